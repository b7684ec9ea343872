// The nodes of labels with all phrases of $phrases, best first, as `hitOrder` has it, and how many there are of each label; one row,
// none where there is no such node. Quotes hold no marks of names. What a node does not have is not asked of it: that costs a walk
// through all that it has.
// params: phrases, labels, exact, begins, other, limit
// columns: labels, keys, names, ranks, counted, totals
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label, collect(node) AS nodes
WHERE label IN $labels
WITH collect({label: label, nodes: nodes}) AS found
WITH found, [one IN found | one.label] AS counted, [one IN found | size(one.nodes)] AS totals
UNWIND found AS one
WITH one.label AS label, one.nodes AS nodes, counted, totals
UNWIND nodes AS node
WITH label, counted, totals,
  CASE label WHEN 'Place' THEN node.code WHEN 'Outlet' THEN node.name ELSE node.id END AS key,
  CASE label WHEN 'Claim' THEN node.quote WHEN 'Article' THEN node.title ELSE node.name END AS name, CASE
  WHEN label = 'Claim' THEN 0
  WHEN node.searchText CONTAINS $exact THEN 3
  WHEN node.searchText CONTAINS $begins THEN 2
  WHEN node.searchText CONTAINS $other THEN 1
  ELSE 0 END AS rank
ORDER BY rank DESC, size(name), key, label
LIMIT $limit
RETURN collect(label) AS labels, collect(key) AS keys, collect(name) AS names, collect(rank) AS ranks, head(collect(counted)) AS counted,
  head(collect(totals)) AS totals
