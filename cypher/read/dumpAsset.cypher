// A page of Asset nodes with all their properties.
// params: after='', first=2000
// columns: key, properties
MATCH (n:Asset)
WHERE n.kind > $after
RETURN n.kind AS key, properties(n) AS properties
ORDER BY key
LIMIT $first
