// How many there are of the facts at these very places.
// params: keys
// columns: total
MATCH (n:Fact)
WHERE n.placeCode IN $keys
WITH n
//+ factFilter
//+ factTotal
