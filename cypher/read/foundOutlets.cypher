// Outlets with all words of a query, best first.
// columns: key, name, rank
MATCH (n:Outlet)
WHERE n.searchText CONTAINS $word AND all(part IN $words WHERE n.searchText CONTAINS part)
WITH n.name AS key, n.name AS name, n.searchText AS text
//+ hitOrder
