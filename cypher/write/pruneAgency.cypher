// Deletes Agency nodes that no article names any more, though a branch that is deleted with them may point to them; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Agency {id: row.key})
OPTIONAL MATCH (n)<-[r:MENTIONS|`BY`|`FOR`|SAME_AS]-()
WITH n, count(r) AS uses
WHERE uses = 0
DETACH DELETE n
