// Joins Article to Program by MENTIONS; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Program {id: row.to})
MERGE (a)-[r:MENTIONS]->(b)
SET r = row.properties
