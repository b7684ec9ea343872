// How many there are of all programs.
// params:
// columns: total
MATCH (n:Program)
//+ programFilter
//+ programTotal
