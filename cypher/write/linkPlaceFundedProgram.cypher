// Draws a FUNDED edge from Place to Program that is not there yet: MERGE would walk every edge of a busy node; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.from})
MATCH (b:Program {id: row.to})
CREATE (a)-[r:FUNDED]->(b)
SET r = row.properties
