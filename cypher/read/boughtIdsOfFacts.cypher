// The facts that the money of facts paid for, by the words of an article.
// params: keys
// columns: key, id
MATCH (f:Fact)<-[:SUPPORTS]-(c:Claim)
WHERE f.id IN $keys
MATCH (c)-[:PAYS_FOR]->(d:Claim)
MATCH (d)-[:SUPPORTS]->(g:Fact)
WITH DISTINCT f.id AS key, g.id AS id
RETURN key, id
ORDER BY key, id
