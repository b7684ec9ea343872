// Keys that more than one Agency bears.
// params: 
// columns: key, total
MATCH (n:Agency)
WITH n.id AS key, count(n.id) AS total
WHERE total > 1
RETURN key, total
ORDER BY key
