// The decisions with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, review
MATCH (n:Review)
WHERE n.id IN $keys
RETURN n.id AS key, properties(n) AS review
ORDER BY key
