// Creates or replaces Review nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Review {id: row.key})
SET n = row.properties
