// How many there are of the claims of articles.
// params: keys
// columns: total
MATCH (n:Claim)
WHERE n.articleId IN $keys
WITH n
//+ claimFilter
//+ claimTotal
