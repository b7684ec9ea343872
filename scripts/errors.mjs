// `npm run errors`: writes docs/errors.md from the table in src/errors.ts (built into dist/).
import { writeFileSync } from 'node:fs';
import { ERRORS, errorsPage } from '../dist/errors.js';

writeFileSync(new URL('../docs/errors.md', import.meta.url), errorsPage(ERRORS));
