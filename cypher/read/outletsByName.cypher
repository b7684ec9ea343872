// The outlets with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, outlet
MATCH (n:Outlet)
WHERE n.name IN $keys
RETURN n.name AS key, properties(n) AS outlet
ORDER BY key
