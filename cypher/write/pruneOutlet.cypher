// Deletes Outlet nodes that nothing points to any more; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Outlet {name: row.key})
OPTIONAL MATCH (n)<-[r:PUBLISHED_BY]-()
WITH n, count(r) AS uses
WHERE uses = 0
DETACH DELETE n
