// Draws a STAFFED edge from Place to Asset that is not there yet: MERGE would walk every edge of a busy node; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.from})
MATCH (b:Asset {kind: row.to})
CREATE (a)-[r:STAFFED]->(b)
SET r = row.properties
