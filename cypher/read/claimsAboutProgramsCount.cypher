// How many there are of the claims about programs.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (p:Program {id: key})<-[:ABOUT]-(n:Claim)
//+ claimFilter
//+ claimTotal
