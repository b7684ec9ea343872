// Claims that do not support exactly one fact.
// params: 
// columns: id, facts
MATCH (c:Claim)
OPTIONAL MATCH (c)-[r:SUPPORTS]->(:Fact)
WITH c.id AS id, count(r) AS facts
WHERE facts <> 1
RETURN id, facts
ORDER BY id
