// The facts that claims support.
// params: keys
// columns: key, fact
MATCH (c:Claim)-[:SUPPORTS]->(f:Fact)
WHERE c.id IN $keys
RETURN c.id AS key, properties(f) AS fact
ORDER BY key
