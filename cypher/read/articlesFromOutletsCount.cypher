// How many there are of the articles of outlets.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (o:Outlet {name: key})<-[:PUBLISHED_BY]-(n:Article)
//+ articleFilter
//+ articleTotal
