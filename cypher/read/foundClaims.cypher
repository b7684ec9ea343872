// Claims with all words of a query, best first.
// columns: key, name, rank
MATCH (n:Claim)
WHERE n.searchText CONTAINS $word AND all(part IN $words WHERE n.searchText CONTAINS part)
WITH n.id AS key, n.quote AS name, n.searchText AS text
//+ hitOrder
