// A page of all agencies in order of key, each with how many claims there are whose actor it is, by what a node itself knows of its
// relationships of a type: only claims have these.
// params: afterKey='', first=50
// columns: agency, rank, key, claims
MATCH (n:Agency)
WHERE n.id > $afterKey
WITH n
//+ agencyFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN properties(n) AS agency, n.id AS rank, n.id AS key,
  size([(n)<-[:`BY`]-() | 1]) AS claims
ORDER BY key
