// How many there are of all outlets.
// params:
// columns: total
MATCH (n:Outlet)
//+ outletFilter
//+ outletTotal
