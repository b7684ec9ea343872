// Creates or replaces Fact nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Fact {id: row.key})
SET n = row.properties
