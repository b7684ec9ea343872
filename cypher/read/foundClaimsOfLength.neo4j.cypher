// The first claims with all words of a query, by key, among quotes of one length. For words that many claims have: the index of keys is
// walked in its order and ends when enough are found, so that the keys of all others are not read.
// params: words, length, limit
// columns: label, key, name, rank
MATCH (n:Claim)
WHERE n.id > '' AND size(n.quote) = $length AND all(part IN $words WHERE n.searchText CONTAINS part)
RETURN 'Claim' AS label, n.id AS key, n.quote AS name, 0 AS rank
ORDER BY key
LIMIT $limit
