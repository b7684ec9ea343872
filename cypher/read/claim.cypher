// The claim with that key.
// params: id
// columns: claim
MATCH (n:Claim {id: $id})
RETURN properties(n) AS claim
