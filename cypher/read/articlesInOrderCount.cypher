// How many there are of all articles.
// params:
// columns: total
MATCH (n:Article)
//+ articleFilter
//+ articleTotal
