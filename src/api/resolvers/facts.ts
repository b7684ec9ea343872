import { listed } from '../connection.ts';

/** `Query.facts` */
export const facts = listed('Fact', 'facts', 'factsCount');
