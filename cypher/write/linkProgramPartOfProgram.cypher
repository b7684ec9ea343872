// Joins Program to Program by PART_OF; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Program {id: row.from})
MATCH (b:Program {id: row.to})
MERGE (a)-[r:PART_OF {articleId: row.properties.articleId}]->(b)
SET r = row.properties
