// How many nodes of labels have all phrases of $phrases, by label, and of claims by how long their quotes are, shortest first: the keys of
// others than the shortest are not read. No list of nodes is made of what may be a great part of the graph: Neo4j reckons a sorted row
// as large as the list.
// params: phrases, labels
// columns: label, length, total
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label, node
WITH label, CASE label WHEN 'Claim' THEN size(node.quote) ELSE 0 END AS length, count(*) AS total
WHERE label IN $labels
RETURN label, length, total
ORDER BY length, label
