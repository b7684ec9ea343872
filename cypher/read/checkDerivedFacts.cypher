// Facts that have a derived edge.
// params: after='', first=2000
// columns: factId, type, source, label, target
MATCH (f:Fact)
WHERE f.id > $after AND f.sourceKey IS NOT NULL AND f.targetKey IS NOT NULL AND f.kind <> 'OUTCOME'
RETURN f.id AS factId, f.kind AS type, f.sourceKey AS source, f.targetLabel AS label, f.targetKey AS target
ORDER BY factId
LIMIT $first
