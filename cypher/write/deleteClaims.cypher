// Deletes claims with all that joins them; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Claim {id: row.key})
DETACH DELETE n
