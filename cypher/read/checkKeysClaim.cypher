// Keys that more than one Claim bears.
// params: 
// columns: key, total
MATCH (n:Claim)
WITH n.id AS key, count(n.id) AS total
WHERE total > 1
RETURN key, total
ORDER BY key
