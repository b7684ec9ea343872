// All claims of articles, with what the store knows of them.
// params: keys
// columns: claim
MATCH (c:Claim)
WHERE c.articleId IN $keys
RETURN properties(c) AS claim
ORDER BY c.id
