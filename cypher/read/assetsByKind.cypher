// The assets with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, asset
MATCH (n:Asset)
WHERE n.kind IN $keys
RETURN n.kind AS key, properties(n) AS asset
ORDER BY key
