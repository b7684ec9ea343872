// The article that articles copy.
// params: keys
// columns: key, id
MATCH (a:Article)-[:COPY_OF]->(b:Article)
WHERE a.id IN $keys
RETURN a.id AS key, b.id AS id
ORDER BY key
