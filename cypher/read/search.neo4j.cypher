// Finds nodes of a label by their words, best first, as parallel lists; $query is escaped before it comes here, $options may hold a limit.
// params: query, options, label, limit
// columns: keys, names, scores
CALL db.index.fulltext.queryNodes('search', $query, $options) YIELD node, score
WITH node, score
WHERE $label IN labels(node)
WITH coalesce(node.code, node.id) AS key, coalesce(node.name, node.title, node.quote) AS name, score
ORDER BY score DESC, key
LIMIT $limit
RETURN collect(key) AS keys, collect(name) AS names, collect(score) AS scores
