// Finds nodes with any of the words, best first; $query holds letters, digits and blanks only, in small letters.
// params: query, label, limit
// columns: key, name, score
CALL db.index.fulltext.queryNodes('search', $query) YIELD node, score
WITH node, score
WHERE $label IN labels(node)
RETURN coalesce(node.code, node.id, node.name) AS key, coalesce(node.name, node.title, node.quote) AS name, score
ORDER BY score DESC, key
LIMIT $limit
