// A page of all claims in order of key, which the index gives.
// params: afterKey='', first=50
// columns: claim, rank, key
MATCH (n:Claim)
WHERE n.id > $afterKey
WITH n
//+ claimFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN properties(n) AS claim, n.id AS rank, n.id AS key
ORDER BY key
