// A page of Place nodes with all their properties.
// params: after='', first=2000
// columns: key, properties
MATCH (n:Place)
WHERE n.code > $after
RETURN n.code AS key, properties(n) AS properties
ORDER BY key
LIMIT $first
