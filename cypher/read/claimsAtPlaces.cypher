// A page of the claims at these very places.
// params: keys
// columns: claim, rank, key
UNWIND $keys AS key
MATCH (p:Place {code: key})<-[:AT]-(n:Claim)
//+ claimFilter
//+ claimPage
