// Nodes that are joined to themselves.
// params: 
// columns: type, key
MATCH (n)-[r:PART_OF|SUCCEEDED_BY|SAME_AS|COPY_OF|PAYS_FOR|CONFLICTS_WITH|FUNDED|DEPLOYED|STAFFED|OPERATES]->(m)
WHERE labels(n)[0] = labels(m)[0] AND coalesce(n.code, n.id) = coalesce(m.code, m.id)
RETURN type(r) AS type, coalesce(n.code, n.id) AS key
ORDER BY type, key
