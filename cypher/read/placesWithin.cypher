// A page of places and those below them.
// params: areas
// columns: place, rank, key
UNWIND $areas AS area
MATCH (n:Place)
WHERE n.code STARTS WITH area.prefix AND (n.code = area.code OR n.code STARTS WITH area.below)
WITH n
//+ placeFilter
//+ placePage
