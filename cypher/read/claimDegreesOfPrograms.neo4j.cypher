// How many claims about programs there are, by what a node itself knows of its relationships of a type: only claims have these.
// params: keys
// columns: key, total
UNWIND $keys AS key
MATCH (n:Program {id: key})
RETURN key, size([(n)<-[:ABOUT]-() | 1]) AS total
ORDER BY key
