// How many claims at places there are, by what a node itself knows of its relationships of a type: only claims have these.
// params: keys
// columns: key, total
UNWIND $keys AS key
MATCH (n:Place {code: key})
RETURN key, size([(n)<-[:AT]-() | 1]) AS total
ORDER BY key
