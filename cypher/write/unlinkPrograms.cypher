// Removes what an article said programs are part of; rows: key (the program), articleId.
// params: rows
UNWIND $rows AS row
MATCH (p:Program {id: row.key})-[r:PART_OF]->(:Program)
WHERE r.articleId = row.articleId
DELETE r
