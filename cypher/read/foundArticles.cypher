// Articles with all words of a query, best first.
// columns: key, name, rank
MATCH (n:Article)
WHERE n.searchText CONTAINS $word AND all(part IN $words WHERE n.searchText CONTAINS part)
WITH n.id AS key, n.title AS name, n.searchText AS text
//+ hitOrder
