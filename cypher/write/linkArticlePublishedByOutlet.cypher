// Joins Article to Outlet by PUBLISHED_BY; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Outlet {name: row.to})
MERGE (a)-[:PUBLISHED_BY]->(b)
