// How many claims whose actor is the agency there are, by what a node itself knows of its relationships of a type: only claims have these.
// params: keys
// columns: key, total
UNWIND $keys AS key
MATCH (n:Agency {id: key})
RETURN key, size([(n)<-[:`BY`]-() | 1]) AS total
ORDER BY key
