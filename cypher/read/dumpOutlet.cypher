// A page of Outlet nodes with all their properties.
// params: after='', first=2000
// columns: key, properties
MATCH (n:Outlet)
WHERE n.name > $after
RETURN n.name AS key, properties(n) AS properties
ORDER BY key
LIMIT $first
