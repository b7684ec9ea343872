// How many there are of the facts of years.
// params: keys
// columns: total
MATCH (n:Fact)
WHERE n.year IN $keys
WITH n
//+ factFilter
//+ factTotal
