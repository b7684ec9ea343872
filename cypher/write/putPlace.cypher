// Creates or replaces Place nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Place {code: row.key})
SET n = row.properties
