import { listed } from '../connection.ts';
import { planArticles } from '../node-filter.ts';

/** `Query.articles` */
export const articles = listed('Article', planArticles);
