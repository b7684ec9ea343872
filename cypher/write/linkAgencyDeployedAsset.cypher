// Joins Agency to Asset by DEPLOYED; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.from})
MATCH (b:Asset {kind: row.to})
MERGE (a)-[r:DEPLOYED {factId: row.properties.factId}]->(b)
SET r = row.properties
