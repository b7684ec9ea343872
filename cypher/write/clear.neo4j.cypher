// Deletes up to 10,000 nodes that bear one of the labels, with their relationships; rows: label. For xueliang rebuild.
// params: rows
UNWIND $rows AS row
MATCH (n)
WHERE row.label IN labels(n)
WITH n
LIMIT 10000
DETACH DELETE n
