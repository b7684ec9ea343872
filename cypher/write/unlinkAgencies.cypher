// Takes agencies from the body that they are part of, before it is chosen anew; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.key})-[r:PART_OF]->(:Agency)
DELETE r
