// How many there are of all facts.
// params:
// columns: total
MATCH (n:Fact)
//+ factFilter
//+ factTotal
