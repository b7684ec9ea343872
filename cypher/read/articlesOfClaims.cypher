// The articles that reported claims.
// params: keys
// columns: key, article
MATCH (c:Claim)<-[:REPORTED]-(a:Article)
WHERE c.id IN $keys
RETURN c.id AS key, properties(a) AS article
ORDER BY key
