// How many there are of the programs that claims at places and below them are about.
// params: areas
// columns: total
UNWIND $areas AS area
MATCH (p:Place)
WHERE p.code STARTS WITH area.prefix AND (p.code = area.code OR p.code STARTS WITH area.below)
MATCH (p)<-[:AT]-(c:Claim)
MATCH (c)-[:ABOUT]->(n:Program)
//+ programFilter
//+ programTotal
