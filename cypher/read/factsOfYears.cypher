// A page of the facts of years.
// params: keys
// columns: fact, rank, key
MATCH (n:Fact)
WHERE n.year IN $keys
WITH n
//+ factFilter
//+ factPage
