// Deletes Place nodes that nothing points to any more; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Place {code: row.key})
OPTIONAL MATCH (n)<-[r:PART_OF|SERVES|MENTIONS|`BY`|AT|`FOR`|SUCCEEDED_BY]-()
WITH n, count(r) AS uses
WHERE uses = 0
DETACH DELETE n
