// How many there are of the claims at places and below them.
// params: areas
// columns: total
UNWIND $areas AS area
MATCH (p:Place)
WHERE p.code STARTS WITH area.prefix AND (p.code = area.code OR p.code STARTS WITH area.below)
MATCH (p)<-[:AT]-(n:Claim)
//+ claimFilter
//+ claimTotal
