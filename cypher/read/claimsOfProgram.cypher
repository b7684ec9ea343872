// A page of the claims of one program, in order of id.
// params: id, after='', first=50
// columns: claim
MATCH (n:Program {id: $id})<-[:ABOUT]-(c:Claim)
WHERE c.id > $after
RETURN properties(c) AS claim
ORDER BY c.id
LIMIT $first
