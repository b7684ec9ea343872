// A page of all programs in order of key, which the index gives.
// params: afterKey='', first=50
// columns: program, rank, key
MATCH (n:Program)
WHERE n.id > $afterKey
WITH n
//+ programFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN properties(n) AS program, n.id AS rank, n.id AS key
ORDER BY key
