// How many pairs of facts cannot both be true.
// params:
// columns: total
MATCH (f:Fact)-[:CONFLICTS_WITH]->(g:Fact)
RETURN count(f.id) AS total
