// How many there are of the claims of years.
// params: keys
// columns: total
MATCH (n:Claim)
WHERE n.year IN $keys
WITH n
//+ claimFilter
//+ claimTotal
