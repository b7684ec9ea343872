// Creates or replaces Agency nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Agency {id: row.key})
SET n = row.properties
