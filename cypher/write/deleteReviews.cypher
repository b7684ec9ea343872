// Deletes decisions with what joins them; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Review {id: row.key})
DETACH DELETE n
