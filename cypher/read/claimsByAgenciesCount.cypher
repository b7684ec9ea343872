// How many there are of the claims in which bodies acted.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (p:Agency {id: key})<-[:`BY`]-(n:Claim)
//+ claimFilter
//+ claimTotal
