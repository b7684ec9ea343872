// A page of all programs.
// params:
// columns: program, rank, key
MATCH (n:Program)
//+ programFilter
//+ programPage
