// The facts with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, fact
MATCH (n:Fact)
WHERE n.id IN $keys
RETURN n.id AS key, properties(n) AS fact
ORDER BY key
