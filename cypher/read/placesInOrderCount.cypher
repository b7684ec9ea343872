// How many there are of all places.
// params:
// columns: total
MATCH (n:Place)
//+ placeFilter
//+ placeTotal
