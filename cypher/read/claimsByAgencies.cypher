// A page of the claims in which bodies acted.
// params: keys
// columns: claim, rank, key
UNWIND $keys AS key
MATCH (p:Agency {id: key})<-[:`BY`]-(n:Claim)
//+ claimFilter
//+ claimPage
