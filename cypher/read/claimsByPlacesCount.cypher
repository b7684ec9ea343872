// How many there are of the claims in which places acted.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (p:Place {code: key})<-[:`BY`]-(n:Claim)
//+ claimFilter
//+ claimTotal
