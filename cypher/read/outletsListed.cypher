// A page of all outlets in order of key, which the index gives.
// params: afterKey='', first=50
// columns: outlet, rank, key
MATCH (n:Outlet)
WHERE n.name > $afterKey
WITH n
//+ outletFilter
WITH n
ORDER BY n.name
LIMIT $first
RETURN properties(n) AS outlet, n.name AS rank, n.name AS key
ORDER BY key
