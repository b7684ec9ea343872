// What the articles’ stored readings touch and how they read it: places, agencies, programs, outlets.
// params: keys
// columns: key, label, node, publishedOn, reading
MATCH (a:Article)-[r:MENTIONS|PUBLISHED_BY]->(n)
WHERE a.id IN $keys
RETURN a.id AS key, labels(n)[0] AS label, coalesce(n.code, n.id, n.name) AS node,
  a.publishedOn AS publishedOn, properties(r) AS reading
ORDER BY key, label, node
