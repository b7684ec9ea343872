// How many articles have all words of a query.
// params: word, words
// columns: total
MATCH (n:Article)
WHERE n.searchText CONTAINS $word AND all(part IN $words WHERE n.searchText CONTAINS part)
RETURN count(n.id) AS total
