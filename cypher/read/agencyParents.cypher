// The bodies that agencies are part of.
// params: keys
// columns: key, id
MATCH (n:Agency)-[:PART_OF]->(a:Agency)
WHERE n.id IN $keys
RETURN n.id AS key, a.id AS id
ORDER BY key, id
