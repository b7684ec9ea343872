import { listed } from '../connection.ts';
import { planPrograms } from '../node-filter.ts';

/** `Query.programs` */
export const programs = listed('Program', planPrograms);
