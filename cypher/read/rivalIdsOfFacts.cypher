// The facts that facts conflict with.
// params: keys
// columns: key, id
MATCH (f:Fact)-[:CONFLICTS_WITH]-(g:Fact)
WHERE f.id IN $keys
WITH DISTINCT f.id AS key, g.id AS id
RETURN key, id
ORDER BY key, id
