// A page of the facts at places and below them.
// params: areas
// columns: fact, rank, key
UNWIND $areas AS area
MATCH (n:Fact)
WHERE n.placeCode STARTS WITH area.prefix AND (n.placeCode = area.code OR n.placeCode STARTS WITH area.below)
WITH n
//+ factFilter
//+ factPage
