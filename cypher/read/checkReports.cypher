// Claims that not exactly one article reported.
// params: 
// columns: id, articles
MATCH (c:Claim)
OPTIONAL MATCH (c)<-[r:REPORTED]-(:Article)
WITH c.id AS id, count(r) AS articles
WHERE articles <> 1
RETURN id, articles
ORDER BY id
