import { listed } from '../connection.ts';

/** `Query.articles` */
export const articles = listed('Article', 'articles', 'articlesCount');
