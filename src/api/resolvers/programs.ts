import { listed } from '../connection.ts';

/** `Query.programs` */
export const programs = listed('Program', 'programs', 'programsCount');
