// A page of the claims of articles.
// params: keys
// columns: claim, rank, key
MATCH (n:Claim)
WHERE n.articleId IN $keys
WITH n
//+ claimFilter
//+ claimPage
