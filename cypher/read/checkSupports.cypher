// Claims that do not support exactly one fact, though nobody rejected them.
// params: 
// columns: id, facts
MATCH (c:Claim)
WHERE c.review IS NULL OR c.review <> 'reject'
OPTIONAL MATCH (c)-[r:SUPPORTS]->(:Fact)
WITH c.id AS id, count(r) AS facts
WHERE facts <> 1
RETURN id, facts
ORDER BY id
