// Facts that no claim supports.
// params: 
// columns: id
MATCH (f:Fact)
OPTIONAL MATCH (f)<-[r:SUPPORTS]-(:Claim)
WITH f.id AS id, count(r) AS claims
WHERE claims = 0
RETURN id
ORDER BY id
