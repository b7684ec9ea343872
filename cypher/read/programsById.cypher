// The programs with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, program
MATCH (n:Program)
WHERE n.id IN $keys
RETURN n.id AS key, properties(n) AS program
ORDER BY key
