// How many nodes of labels have all phrases of $phrases, by label, rank and length, best first: what need not be told of is not asked
// for its key. No list of nodes is made of what may be a great part of the graph: a sorted row would be reckoned as large as the list.
// params: phrases, labels
// columns: label, rank, length, total
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH labels(node)[0] AS label, node
//+ phraseRank
WITH label, rank, length, count(*) AS total
WHERE label IN $labels
RETURN label, rank, length, total
ORDER BY rank DESC, length, label
