// The articles with those keys, in order of key; unknown keys have no row.
// params: keys
// columns: key, article
MATCH (n:Article)
WHERE n.id IN $keys
RETURN n.id AS key, properties(n) AS article
ORDER BY key
