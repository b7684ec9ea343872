// A page of the claims whose actor is one agency, in order of id.
// params: key, after='', first=50
// columns: key, claim
MATCH (n:Agency {id: $key})<-[:`BY`]-(c:Claim)
WHERE c.id > $after
WITH c
ORDER BY c.id
LIMIT $first
RETURN c.id AS key, properties(c) AS claim
ORDER BY key
