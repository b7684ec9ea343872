// Which facts conflict, of those that stand under keys.
// params: keys
// columns: factKey, factId, otherFactId
MATCH (f:Fact)-[:CONFLICTS_WITH]->(g:Fact)
WHERE f.factKey IN $keys
RETURN f.factKey AS factKey, f.id AS factId, g.id AS otherFactId
ORDER BY factId, otherFactId
