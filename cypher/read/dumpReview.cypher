// A page of Review nodes with all their properties.
// params: after='', first=2000
// columns: key, properties
MATCH (n:Review)
WHERE n.id > $after
RETURN n.id AS key, properties(n) AS properties
ORDER BY key
LIMIT $first
