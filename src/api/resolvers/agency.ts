import { byKey } from '../connection.ts';

/** `Query.agency` */
export const agency = byKey('Agency', 'id', 'claimIdsOfAgencies');
