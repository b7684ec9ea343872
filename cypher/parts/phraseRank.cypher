// How good a hit is, as `hitOrder` has it, and how long what it is known by. Quotes hold no marks of names; and what a node does not
// have is not asked of it, for that costs a walk through all that it has.
// params: exact, begins, other
WITH node, label, CASE
  WHEN label = 'Claim' THEN 0
  WHEN node.searchText CONTAINS $exact THEN 3
  WHEN node.searchText CONTAINS $begins THEN 2
  WHEN node.searchText CONTAINS $other THEN 1
  ELSE 0 END AS rank,
  CASE label WHEN 'Claim' THEN size(node.quote) WHEN 'Article' THEN size(node.title) ELSE size(node.name) END AS length
