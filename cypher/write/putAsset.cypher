// Creates or replaces Asset nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Asset {kind: row.key})
SET n = row.properties
