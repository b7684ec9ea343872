// Joins Agency to Agency by PART_OF; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.from})
MATCH (b:Agency {id: row.to})
MERGE (a)-[:PART_OF]->(b)
