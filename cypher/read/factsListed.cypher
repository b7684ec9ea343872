// A page of all facts in order of key, which the index gives.
// params: afterKey='', first=50
// columns: fact, rank, key
MATCH (n:Fact)
WHERE n.id > $afterKey
WITH n
//+ factFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN properties(n) AS fact, n.id AS rank, n.id AS key
ORDER BY key
