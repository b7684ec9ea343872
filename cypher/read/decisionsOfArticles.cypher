// What a person decided on the sources of articles.
// params: keys
// columns: key, id, decision
MATCH (r:Review)-[:REVIEWS]->(a:Article)
WHERE a.id IN $keys
RETURN a.id AS key, r.id AS id, r.decision AS decision
ORDER BY key, id
