// Joins Agency to Place by SERVES; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.from})
MATCH (b:Place {code: row.to})
MERGE (a)-[:SERVES]->(b)
