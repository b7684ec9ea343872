import { planClaims } from '../claim-filter.ts';
import { listed } from '../connection.ts';

/** `Query.claims` */
export const claims = listed('Claim', planClaims);
