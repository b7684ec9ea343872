// Joins Article to Article by COPY_OF; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:COPY_OF]->(b)
SET r = row.properties
