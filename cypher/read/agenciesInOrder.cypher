// A page of all agencies.
// params:
// columns: agency, rank, key
MATCH (n:Agency)
//+ agencyFilter
//+ agencyPage
