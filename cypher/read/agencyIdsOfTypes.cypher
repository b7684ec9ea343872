// Ids of all agencies of these types.
// params: keys
// columns: key
MATCH (n:Agency)
WHERE n.type IN $keys
RETURN n.id AS key
ORDER BY key
