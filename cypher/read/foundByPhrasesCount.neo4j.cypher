// How many nodes of each label have all phrases of $phrases; a label of which none has them has no row.
// params: phrases, labels
// columns: label, total
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label
WHERE label IN $labels
RETURN label, count(*) AS total
ORDER BY label
