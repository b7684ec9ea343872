// What goes out from Place nodes.
// params: keys
// columns: key, type, label, to, properties
MATCH (n:Place)-[r:PART_OF|FUNDED|DEPLOYED|STAFFED|OPERATES|SUCCEEDED_BY]->(m)
WHERE n.code IN $keys
RETURN n.code AS key, type(r) AS type, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind, m.name) AS `to`,
  properties(r) AS properties
ORDER BY key, type, label, `to`, coalesce(r.factId, r.articleId, '')
