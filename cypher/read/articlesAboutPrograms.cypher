// A page of the articles that mention programs.
// params: keys
// columns: article, rank, key
UNWIND $keys AS key
MATCH (p:Program {id: key})<-[:MENTIONS]-(n:Article)
//+ articleFilter
//+ articlePage
