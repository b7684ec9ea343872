import { openStore } from '../../src/store/engines.ts';
import { listContract } from './lists.ts';

listContract(() => openStore('memory:'), 5);
