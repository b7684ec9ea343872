// Creates or replaces Outlet nodes; rows: key, properties (the key among them).
// params: rows
UNWIND $rows AS row
MERGE (n:Outlet {name: row.key})
SET n = row.properties
