// What goes out from places to other places, programs and things. For each key and kind of edge: the first of them, and how many there are.
// params: keys, kinds, first=100
// columns: key, kind, labels, ids, names, sorts, edges, total
UNWIND $keys AS key
MATCH (n:Place {code: key})-[r:PART_OF|FUNDED|DEPLOYED|STAFFED|OPERATES]->(m)
WHERE type(r) IN $kinds
WITH key, type(r) AS kind, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind) AS id, coalesce(m.name, '') AS name,
  coalesce(m.level, m.type, m.category, '') AS sort, properties(r) AS held, coalesce(r.factId, r.articleId, '') AS saidBy
ORDER BY key, kind, id, saidBy
WITH key, kind, collect(label) AS labels, collect(id) AS ids, collect(name) AS names, collect(sort) AS sorts,
  collect(held) AS edges
RETURN key, kind, labels[0..$first] AS labels, ids[0..$first] AS ids, names[0..$first] AS names, sorts[0..$first] AS sorts,
  edges[0..$first] AS edges, size(ids) AS total
ORDER BY key, kind
