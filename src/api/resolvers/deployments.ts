import { aggregated } from '../aggregation.ts';

/** `Query.deployments` */
export const deployments = aggregated('DEPLOYED');
