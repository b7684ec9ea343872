// Places with all words of a query, best first.
// columns: key, name, rank
MATCH (n:Place)
WHERE n.searchText CONTAINS $word AND all(part IN $words WHERE n.searchText CONTAINS part)
WITH n.code AS key, n.name AS name, n.searchText AS text
//+ hitOrder
