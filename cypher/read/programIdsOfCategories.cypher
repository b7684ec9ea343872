// Ids of all programs of these categories.
// params: keys
// columns: key
MATCH (n:Program)
WHERE n.category IN $keys
RETURN n.id AS key
ORDER BY key
