// Joins Place to Place by SUCCEEDED_BY; rows: from, to, properties.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.from})
MATCH (b:Place {code: row.to})
MERGE (a)-[r:SUCCEEDED_BY]->(b)
SET r = row.properties
