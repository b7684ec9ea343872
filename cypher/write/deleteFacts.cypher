// Deletes facts with all that joins them; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (n:Fact {id: row.key})
DETACH DELETE n
