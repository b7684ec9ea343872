// A page of pairs of facts that cannot both be true, each once, in order of their keys; after the pair that is given.
// params: afterKey='', afterOther='', first=50
// columns: key, otherId
MATCH (f:Fact)-[:CONFLICTS_WITH]->(g:Fact)
WHERE f.id > $afterKey OR (f.id = $afterKey AND g.id > $afterOther)
RETURN f.id AS key, g.id AS otherId
ORDER BY key, otherId
LIMIT $first
