import { listed } from '../connection.ts';
import { planOutlets } from '../node-filter.ts';

/** `Query.outlets` */
export const outlets = listed('Outlet', planOutlets);
