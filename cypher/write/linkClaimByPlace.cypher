// Joins Claim to Place by BY; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Place {code: row.to})
MERGE (a)-[:`BY`]->(b)
