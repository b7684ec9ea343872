// How many there are of the facts about programs.
// params: keys
// columns: total
UNWIND $keys AS key
MATCH (p:Program {id: key})<-[:ABOUT]-(c:Claim)
MATCH (c)-[:SUPPORTS]->(n:Fact)
//+ factFilter
//+ factTotal
