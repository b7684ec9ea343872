// Keys that more than one Place bears.
// params: 
// columns: key, total
MATCH (n:Place)
WITH n.code AS key, count(n.code) AS total
WHERE total > 1
RETURN key, total
ORDER BY key
