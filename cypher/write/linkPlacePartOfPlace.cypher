// Joins Place to Place by PART_OF; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.from})
MATCH (b:Place {code: row.to})
MERGE (a)-[:PART_OF]->(b)
