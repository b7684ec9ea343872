import { listed } from '../connection.ts';
import { planAgencies } from '../node-filter.ts';

/** `Query.agencies` */
export const agencies = listed('Agency', planAgencies);
