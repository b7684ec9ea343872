import { byKey } from '../connection.ts';

/** `Query.program` */
export const program = byKey('Program', 'id', 'claimIdsOfPrograms');
