// How many outlets have all words of a query.
// params: word, words
// columns: total
MATCH (n:Outlet)
WHERE n.searchText CONTAINS $word AND all(part IN $words WHERE n.searchText CONTAINS part)
RETURN count(n.name) AS total
