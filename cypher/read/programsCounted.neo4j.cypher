// A page of all programs in order of key, each with how many claims there are about it, by what a node itself knows of its
// relationships of a type: only claims have these.
// params: afterKey='', first=50
// columns: program, rank, key, claims
MATCH (n:Program)
WHERE n.id > $afterKey
WITH n
//+ programFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN properties(n) AS program, n.id AS rank, n.id AS key,
  size([(n)<-[:ABOUT]-() | 1]) AS claims
ORDER BY key
