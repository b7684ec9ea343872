// The claims with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, claim
MATCH (n:Claim)
WHERE n.id IN $keys
RETURN n.id AS key, properties(n) AS claim
ORDER BY key
