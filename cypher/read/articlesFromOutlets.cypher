// A page of the articles of outlets.
// params: keys
// columns: article, rank, key
UNWIND $keys AS key
MATCH (o:Outlet {name: key})<-[:PUBLISHED_BY]-(n:Article)
//+ articleFilter
//+ articlePage
