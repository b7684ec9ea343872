// Joins Place to Program by STAFFED; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.from})
MATCH (b:Program {id: row.to})
MERGE (a)-[r:STAFFED {factId: row.properties.factId}]->(b)
SET r = row.properties
