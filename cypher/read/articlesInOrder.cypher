// A page of all articles.
// params:
// columns: article, rank, key
MATCH (n:Article)
//+ articleFilter
//+ articlePage
