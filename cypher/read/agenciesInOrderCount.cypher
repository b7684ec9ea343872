// How many there are of all agencies.
// params:
// columns: total
MATCH (n:Agency)
//+ agencyFilter
//+ agencyTotal
