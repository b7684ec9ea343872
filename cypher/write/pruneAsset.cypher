// Deletes Asset nodes that nothing points to any more; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Asset {kind: row.key})
OPTIONAL MATCH (n)<-[r:FUNDED|DEPLOYED|STAFFED]-()
WITH n, count(r) AS uses
WHERE uses = 0
DETACH DELETE n
