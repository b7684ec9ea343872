// Codes of all places of these levels.
// params: keys
// columns: key
MATCH (n:Place)
WHERE n.level IN $keys
RETURN n.code AS key
ORDER BY key
