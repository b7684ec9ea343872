// Creates or replaces Article nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Article {id: row.key})
SET n = row.properties
