// A page of all agencies in order of key, which the index gives.
// params: afterKey='', first=50
// columns: agency, rank, key
MATCH (n:Agency)
WHERE n.id > $afterKey
WITH n
//+ agencyFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN properties(n) AS agency, n.id AS rank, n.id AS key
ORDER BY key
