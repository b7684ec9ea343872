// A page of the agencies of places and of those below them.
// params: areas
// columns: agency, rank, key
UNWIND $areas AS area
MATCH (n:Agency)
WHERE n.placeCode STARTS WITH area.prefix AND (n.placeCode = area.code OR n.placeCode STARTS WITH area.below)
WITH n
//+ agencyFilter
//+ agencyPage
