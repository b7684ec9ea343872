// Finds nodes with any of the words, best first; $query holds letters, digits and blanks only, in small letters. What a node does not
// have is not asked of it, for that costs a walk through all that it has.
// params: query, label, limit
// columns: key, name, score
CALL db.index.fulltext.queryNodes('search', $query) YIELD node, score
WITH node, score
WHERE $label IN labels(node)
WITH node, score, CASE $label WHEN 'Place' THEN node.code WHEN 'Outlet' THEN node.name ELSE node.id END AS key
ORDER BY score DESC, key
LIMIT $limit
RETURN key, CASE $label WHEN 'Claim' THEN node.quote WHEN 'Article' THEN node.title ELSE node.name END AS name, score
ORDER BY score DESC, key
