// Creates or replaces Claim nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Claim {id: row.key})
SET n = row.properties
