// Records of which journal, up to which entry, the graph is made, and by which engine's version; rows: key, properties.
// params: rows
UNWIND $rows AS row
MERGE (n:Journal {key: row.key})
SET n = row.properties
