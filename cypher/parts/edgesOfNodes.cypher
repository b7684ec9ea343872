// The relationships `r` of a node `n` that it has with `m`: for each key, kind and direction the first of them, and how many there are. Every row
// says what `n` is, too: who asks of one node needs no other statement.
// params: kinds, first=100
WHERE type(r) IN $kinds
WITH key, coalesce(n.name, '') AS ownName, coalesce(n.level, n.type, n.category, '') AS ownSort, type(r) AS kind,
  startNode(r) = n AS outwards, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind) AS id, coalesce(m.name, '') AS name,
  coalesce(m.level, m.type, m.category, '') AS sort, properties(r) AS held, coalesce(r.factId, r.articleId, '') AS saidBy
ORDER BY key, kind, outwards, id, saidBy
WITH key, ownName, ownSort, kind, outwards, collect(label) AS labels, collect(id) AS ids, collect(name) AS names, collect(sort) AS sorts,
  collect(held) AS edges
RETURN key, ownName, ownSort, kind, outwards, labels[0..$first] AS labels, ids[0..$first] AS ids, names[0..$first] AS names,
  sorts[0..$first] AS sorts, edges[0..$first] AS edges, size(ids) AS total
ORDER BY key, kind, outwards
