// The places with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, place
MATCH (n:Place)
WHERE n.code IN $keys
RETURN n.code AS key, properties(n) AS place
ORDER BY key
