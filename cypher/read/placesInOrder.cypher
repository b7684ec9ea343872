// A page of all places.
// params:
// columns: place, rank, key
MATCH (n:Place)
//+ placeFilter
//+ placePage
