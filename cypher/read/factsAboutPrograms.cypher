// A page of the facts about programs.
// params: keys
// columns: fact, rank, key
UNWIND $keys AS key
MATCH (p:Program {id: key})<-[:ABOUT]-(c:Claim)
MATCH (c)-[:SUPPORTS]->(n:Fact)
//+ factFilter
//+ factPage
