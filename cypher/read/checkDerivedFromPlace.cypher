// Derived edges from Place nodes: their facts, for each of which there is one.
// params: after='', first=2000
// columns: factId, type, source, label, target
MATCH (a:Place)-[r:FUNDED|DEPLOYED|STAFFED|OPERATES]->(b)
WHERE r.factId > $after
RETURN r.factId AS factId, type(r) AS type, a.code AS source, labels(b)[0] AS label,
  coalesce(b.id, b.kind) AS target
ORDER BY factId, source, target
LIMIT $first
