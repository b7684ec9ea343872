// A page of all claims.
// params:
// columns: claim, rank, key
MATCH (n:Claim)
//+ claimFilter
//+ claimPage
