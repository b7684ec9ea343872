// The nodes of labels with all phrases of $phrases, best first, as `hitOrder` has it, and how many there are of each label; one row,
// none where there is no such node. Quotes hold no marks of names: of claims only the length is read at first, and more of those only
// that are short enough to be told. Where more than $many of these are of one length, it is `ties`, and they are left to
// `foundClaimsOfLength`: a row without a node stands for them, which comes last and has no key. What a node does not have is not asked
// of it: that costs a walk through all that it has.
// params: phrases, labels, exact, begins, other, limit, many
// columns: labels, keys, names, ranks, counted, totals, ties
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label, node
WITH label, CASE label WHEN 'Claim' THEN size(node.quote) ELSE 0 END AS length, collect(node) AS nodes
WHERE label IN $labels
ORDER BY length
WITH collect({label: label, length: length, nodes: nodes}) AS groups
WITH groups, [one IN groups WHERE one.label <> 'Claim'] AS named, [one IN groups WHERE one.label = 'Claim'][..$limit] AS quotes
WITH groups, named + [i IN range(0, size(quotes) - 1)
  WHERE reduce(shorter = 0, one IN quotes[..i] | shorter + size(one.nodes)) < $limit | quotes[i]] AS needed
WITH [one IN groups | one.label] AS counted, [one IN groups | size(one.nodes)] AS totals, needed,
  head([one IN needed WHERE one.label = 'Claim' AND size(one.nodes) > $many | one.length]) AS ties
UNWIND needed AS one
UNWIND CASE WHEN one.length = ties THEN [null] ELSE one.nodes END AS node
WITH counted, totals, ties, one.label AS label, node, CASE one.label WHEN 'Claim' THEN '' ELSE node.searchText END AS text
WITH counted, totals, ties, label,
  CASE label WHEN 'Place' THEN node.code WHEN 'Outlet' THEN node.name ELSE node.id END AS key,
  CASE label WHEN 'Claim' THEN node.quote WHEN 'Article' THEN node.title ELSE node.name END AS name, CASE
  WHEN node IS NULL THEN -1
  WHEN text CONTAINS $exact THEN 3
  WHEN text CONTAINS $begins THEN 2
  WHEN text CONTAINS $other THEN 1
  ELSE 0 END AS rank
ORDER BY rank DESC, size(name), key, label
LIMIT $limit
RETURN collect(label) AS labels, collect(key) AS keys, collect(name) AS names, collect(rank) AS ranks, head(collect(counted)) AS counted,
  head(collect(totals)) AS totals, head(collect(ties)) AS ties
