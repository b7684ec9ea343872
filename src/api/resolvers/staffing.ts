import { aggregated } from '../aggregation.ts';

/** `Query.staffing` */
export const staffing = aggregated('STAFFED');
