// The facts that stand under keys.
// params: keys
// columns: fact
MATCH (f:Fact)
WHERE f.factKey IN $keys
RETURN properties(f) AS fact
ORDER BY f.id
