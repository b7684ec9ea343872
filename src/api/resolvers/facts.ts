import { listed } from '../connection.ts';
import { planFacts } from '../fact-filter.ts';

/** `Query.facts` */
export const facts = listed('Fact', planFacts);
