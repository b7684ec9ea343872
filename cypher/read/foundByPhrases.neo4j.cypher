// Of the nodes of labels with all phrases of $phrases those of a better rank than $rank, or of that and no longer than $length, best
// first; without the claims of the length $ties, which `foundClaimsOfLength` finds.
// params: phrases, labels, rank, length, ties, limit
// columns: label, key, name, rank
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label, node
WHERE label IN $labels
//+ phraseRank
WHERE (rank > $rank OR rank = $rank AND length <= $length) AND NOT (label = 'Claim' AND length = $ties)
RETURN label, CASE label WHEN 'Place' THEN node.code WHEN 'Outlet' THEN node.name ELSE node.id END AS key,
  CASE label WHEN 'Claim' THEN node.quote WHEN 'Article' THEN node.title ELSE node.name END AS name, rank
ORDER BY rank DESC, length, key, label
LIMIT $limit
