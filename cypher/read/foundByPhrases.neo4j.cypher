// Nodes of labels with all phrases of $phrases, best first, as `hitOrder` has it. Quotes hold no marks of
// names. What a node does not have is not asked of it: that costs a walk through all that it has. $all is 1 where each label may be.
// params: phrases, labels, all, exact, begins, other, limit
// columns: label, key, name, rank
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH node
WHERE $all = 1 OR labels(node)[0] IN $labels
WITH node,
  CASE WHEN node:Place THEN node.code WHEN node:Outlet THEN node.name ELSE node.id END AS key,
  CASE WHEN node:Claim THEN node.quote WHEN node:Article THEN node.title ELSE node.name END AS name, CASE
  WHEN node:Claim THEN 0
  WHEN node.searchText CONTAINS $exact THEN 3
  WHEN node.searchText CONTAINS $begins THEN 2
  WHEN node.searchText CONTAINS $other THEN 1
  ELSE 0 END AS rank
ORDER BY rank DESC, size(name), key
LIMIT $limit
RETURN labels(node)[0] AS label, key, name, rank
ORDER BY rank DESC, size(name), key, label
