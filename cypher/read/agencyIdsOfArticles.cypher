// The agencies that articles mention.
// params: keys
// columns: key, id
MATCH (a:Article)-[:MENTIONS]->(n:Agency)
WHERE a.id IN $keys
RETURN a.id AS key, n.id AS id
ORDER BY key, id
