// What goes out from Claim nodes.
// params: keys
// columns: key, type, label, to, properties
MATCH (n:Claim)-[r:PART_OF|`BY`|ABOUT|AT|`FOR`|PAYS_FOR|SUPPORTS]->(m)
WHERE n.id IN $keys
RETURN n.id AS key, type(r) AS type, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind, m.name) AS `to`,
  properties(r) AS properties
ORDER BY key, type, label, `to`, coalesce(r.factId, r.articleId, '')
