// What goes out from Review nodes.
// params: keys
// columns: key, type, label, to, properties
MATCH (n:Review)-[r:REVIEWS]->(m)
WHERE n.id IN $keys
RETURN n.id AS key, type(r) AS type, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind, m.name) AS `to`,
  properties(r) AS properties
ORDER BY key, type, label, `to`, coalesce(r.factId, r.articleId, '')
