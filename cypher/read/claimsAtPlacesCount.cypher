// How many there are of the claims at these very places.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (p:Place {code: key})<-[:AT]-(n:Claim)
//+ claimFilter
//+ claimTotal
