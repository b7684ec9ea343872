// The facts that stand under keys, with their derived edge’s ends.
// params: keys
// columns: id, sourceLabel, sourceKey, targetLabel, targetKey
MATCH (f:Fact)
WHERE f.factKey IN $keys
RETURN f.id AS id, f.sourceLabel AS sourceLabel, f.sourceKey AS sourceKey,
  f.targetLabel AS targetLabel, f.targetKey AS targetKey
ORDER BY id
