// A page of the claims about programs.
// params: keys
// columns: claim, rank, key
UNWIND $keys AS key
MATCH (p:Program {id: key})<-[:ABOUT]-(n:Claim)
//+ claimFilter
//+ claimPage
