// A page of all facts.
// params:
// columns: fact, rank, key
MATCH (n:Fact)
//+ factFilter
//+ factPage
