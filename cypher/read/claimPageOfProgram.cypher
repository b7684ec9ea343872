// A page of the claims about one program, in order of id.
// params: key, after='', first=50
// columns: key, claim
MATCH (n:Program {id: $key})<-[:ABOUT]-(c:Claim)
WHERE c.id > $after
WITH c
ORDER BY c.id
LIMIT $first
RETURN c.id AS key, properties(c) AS claim
ORDER BY key
