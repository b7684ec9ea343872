// Deletes Agency nodes that nothing points to any more; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Agency {id: row.key})
OPTIONAL MATCH (n)<-[r:MENTIONS|`BY`|`FOR`|PART_OF|SAME_AS]-()
WITH n, count(r) AS uses
WHERE uses = 0
DETACH DELETE n
