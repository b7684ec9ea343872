// The claims with those keys, in order of key; unknown keys have no row.
// Of each $wanted names the properties, which come as a list; all come as a map.
// params: keys, wanted?
// columns: key, claim
MATCH (n:Claim)
WHERE n.id IN $keys
RETURN n.id AS key, CASE WHEN $wanted IS NULL THEN properties(n) ELSE [name IN $wanted | n[name]] END AS claim
ORDER BY key
