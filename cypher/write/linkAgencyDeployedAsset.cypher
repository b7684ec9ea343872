// Draws a DEPLOYED edge from Agency to Asset that is not there yet: MERGE would walk every edge of a busy node; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.from})
MATCH (b:Asset {kind: row.to})
CREATE (a)-[r:DEPLOYED]->(b)
SET r = row.properties
