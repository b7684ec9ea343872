// How many there are of the articles that mention programs.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (p:Program {id: key})<-[:MENTIONS]-(n:Article)
//+ articleFilter
//+ articleTotal
