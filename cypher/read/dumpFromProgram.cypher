// What goes out from Program nodes.
// params: keys
// columns: key, type, label, to, properties
MATCH (n:Program)-[r:PART_OF|SAME_AS]->(m)
WHERE n.id IN $keys
RETURN n.id AS key, type(r) AS type, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind, m.name) AS `to`,
  properties(r) AS properties
ORDER BY key, type, label, `to`, coalesce(r.factId, r.articleId, '')
