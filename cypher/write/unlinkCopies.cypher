// Takes articles from the article that they were held to copy; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.key})-[r:COPY_OF]->(:Article)
DELETE r
