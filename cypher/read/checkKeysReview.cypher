// Keys that more than one Review bears.
// params: 
// columns: key, total
MATCH (n:Review)
WITH n.id AS key, count(n.id) AS total
WHERE total > 1
RETURN key, total
ORDER BY key
