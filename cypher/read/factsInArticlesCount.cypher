// How many there are of the facts of articles.
// params: keys
// columns: total
MATCH (c:Claim)
WHERE c.articleId IN $keys
MATCH (c)-[:SUPPORTS]->(n:Fact)
//+ factFilter
//+ factTotal
