// What a person decided on claims, on each by itself and on two together.
// params: keys
// columns: key, id, decision
MATCH (r:Review)-[:REVIEWS]->(c:Claim)
WHERE c.id IN $keys
RETURN c.id AS key, r.id AS id, r.decision AS decision
ORDER BY key, id
