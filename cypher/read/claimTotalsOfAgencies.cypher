// How many claims whose actor is the agency there are, for each key that has any.
// params: keys
// columns: key, total
UNWIND $keys AS key
MATCH (n:Agency {id: key})<-[:`BY`]-(c:Claim)
RETURN key, count(c) AS total
ORDER BY key
