// The claims with all phrases of $phrases whose quotes are no longer than $length, shortest first. Quotes hold no marks of names.
// params: phrases, length, limit
// columns: label, key, name, rank
CALL db.index.fulltext.queryNodes('search', $phrases) YIELD node
WITH node
WHERE 'Claim' IN labels(node) AND size(node.quote) <= $length
RETURN 'Claim' AS label, node.id AS key, node.quote AS name, 0 AS rank
ORDER BY size(name), key
LIMIT $limit
