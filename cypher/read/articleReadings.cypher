// What the articles’ stored readings touch: places, agencies, programs, outlets.
// params: keys
// columns: key, label, node
MATCH (a:Article)-[:MENTIONS|PUBLISHED_BY]->(n)
WHERE a.id IN $keys
RETURN a.id AS key, labels(n)[0] AS label, coalesce(n.code, n.id, n.name) AS node
ORDER BY key, label, node
