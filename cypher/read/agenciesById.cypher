// The agencies with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, agency
MATCH (n:Agency)
WHERE n.id IN $keys
RETURN n.id AS key, properties(n) AS agency
ORDER BY key
