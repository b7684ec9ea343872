// How many there are of the claims of outlets.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (o:Outlet {name: key})<-[:PUBLISHED_BY]-(a:Article)
MATCH (a)-[:REPORTED]->(n:Claim)
//+ claimFilter
//+ claimTotal
