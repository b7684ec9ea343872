import { aggregated } from '../aggregation.ts';

/** `Query.spending` */
export const spending = aggregated('FUNDED');
