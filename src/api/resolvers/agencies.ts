import { listed } from '../connection.ts';

/** `Query.agencies` */
export const agencies = listed('Agency', 'agencies', 'agenciesCount');
