// A page of the facts at these very places.
// params: keys
// columns: fact, rank, key
MATCH (n:Fact)
WHERE n.placeCode IN $keys
WITH n
//+ factFilter
//+ factPage
