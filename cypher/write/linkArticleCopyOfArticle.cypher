// Joins Article to Article by COPY_OF; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[:COPY_OF]->(b)
