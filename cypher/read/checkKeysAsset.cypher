// Keys that more than one Asset bears.
// params: 
// columns: key, total
MATCH (n:Asset)
WITH n.kind AS key, count(n.kind) AS total
WHERE total > 1
RETURN key, total
ORDER BY key
