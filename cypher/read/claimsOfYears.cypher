// A page of the claims of years.
// params: keys
// columns: claim, rank, key
MATCH (n:Claim)
WHERE n.year IN $keys
WITH n
//+ claimFilter
//+ claimPage
