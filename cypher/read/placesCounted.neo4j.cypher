// A page of all places in order of key, each with how many claims there are at it, by what a node itself knows of its
// relationships of a type: only claims have these.
// params: afterKey='', first=50
// columns: place, rank, key, claims
MATCH (n:Place)
WHERE n.code > $afterKey
WITH n
//+ placeFilter
WITH n
ORDER BY n.code
LIMIT $first
RETURN properties(n) AS place, n.code AS rank, n.code AS key,
  size([(n)<-[:AT]-() | 1]) AS claims
ORDER BY key
