// A page of the facts of articles.
// params: keys
// columns: fact, rank, key
MATCH (c:Claim)
WHERE c.articleId IN $keys
MATCH (c)-[:SUPPORTS]->(n:Fact)
//+ factFilter
//+ factPage
