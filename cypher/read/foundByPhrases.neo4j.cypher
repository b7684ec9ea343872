// The nodes of labels, other than claims, with all phrases of $phrases, best first, as `hitOrder` has it. What a node does not have is
// not asked of it: that costs a walk through all that it has.
// params: phrases, labels, exact, begins, other, limit
// columns: label, key, name, rank
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label, node
WHERE label IN $labels
WITH label, CASE label WHEN 'Place' THEN node.code WHEN 'Outlet' THEN node.name ELSE node.id END AS key,
  CASE label WHEN 'Article' THEN node.title ELSE node.name END AS name, node.searchText AS text
WITH label, key, name, CASE
  WHEN text CONTAINS $exact THEN 3
  WHEN text CONTAINS $begins THEN 2
  WHEN text CONTAINS $other THEN 1
  ELSE 0 END AS rank
RETURN label, key, name, rank
ORDER BY rank DESC, size(name), key, label
LIMIT $limit
