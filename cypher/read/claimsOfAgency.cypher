// A page of the claims of one agency, in order of id.
// params: id, after='', first=50
// columns: claim
MATCH (n:Agency {id: $id})<-[:`BY`]-(c:Claim)
WHERE c.id > $after
RETURN properties(c) AS claim
ORDER BY c.id
LIMIT $first
