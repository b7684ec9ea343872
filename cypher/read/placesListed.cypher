// A page of all places in order of key, which the index gives.
// params: afterKey='', first=50
// columns: place, rank, key
MATCH (n:Place)
WHERE n.code > $afterKey
WITH n
//+ placeFilter
WITH n
ORDER BY n.code
LIMIT $first
RETURN properties(n) AS place, n.code AS rank, n.code AS key
ORDER BY key
