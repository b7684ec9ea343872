// Keys that more than one Outlet bears.
// params: 
// columns: key, total
MATCH (n:Outlet)
WITH n.name AS key, count(n.name) AS total
WHERE total > 1
RETURN key, total
ORDER BY key
