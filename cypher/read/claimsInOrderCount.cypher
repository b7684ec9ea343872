// How many there are of all claims.
// params:
// columns: total
MATCH (n:Claim)
//+ claimFilter
//+ claimTotal
