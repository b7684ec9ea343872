// A page of the claims of one place, in order of id.
// params: code, after='', first=50
// columns: claim
MATCH (n:Place {code: $code})<-[:AT]-(c:Claim)
WHERE c.id > $after
RETURN properties(c) AS claim
ORDER BY c.id
LIMIT $first
