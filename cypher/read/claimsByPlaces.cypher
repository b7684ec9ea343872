// A page of the claims in which places acted.
// params: keys
// columns: claim, rank, key
UNWIND $keys AS key
MATCH (p:Place {code: key})<-[:`BY`]-(n:Claim)
//+ claimFilter
//+ claimPage
