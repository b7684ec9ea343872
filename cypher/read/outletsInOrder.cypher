// A page of all outlets.
// params:
// columns: outlet, rank, key
MATCH (n:Outlet)
//+ outletFilter
//+ outletPage
