import { listed } from '../connection.ts';

/** `Query.claims` */
export const claims = listed('Claim', 'claims', 'claimsCount');
