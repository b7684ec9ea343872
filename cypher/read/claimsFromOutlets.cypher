// A page of the claims of outlets.
// params: keys
// columns: claim, rank, key
UNWIND $keys AS key
MATCH (o:Outlet {name: key})<-[:PUBLISHED_BY]-(a:Article)
MATCH (a)-[:REPORTED]->(n:Claim)
//+ claimFilter
//+ claimPage
