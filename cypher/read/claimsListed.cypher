// A page of all claims in order of key, which the index gives.
// Of each $wanted names the properties, which come as a list; all come as a map.
// params: afterKey='', first=50, wanted?
// columns: claim, rank, key
MATCH (n:Claim)
WHERE n.id > $afterKey
WITH n
//+ claimFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN CASE WHEN $wanted IS NULL THEN properties(n) ELSE [name IN $wanted | n[name]] END AS claim, n.id AS rank, n.id AS key
ORDER BY key
