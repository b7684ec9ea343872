// Creates or replaces Program nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Program {id: row.key})
SET n = row.properties
