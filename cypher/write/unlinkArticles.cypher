// Takes from articles what an older reading joined them to; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.key})-[r:MENTIONS|PUBLISHED_BY]->()
DELETE r
