// Makes other writers wait for this transaction, and says of which journal, up to which entry, the graph is made; rows: key.
// params: rows
// columns: journal, sequence
UNWIND $rows AS row
MERGE (n:Journal {key: row.key})
SET n.held = true
RETURN n.journal AS journal, n.sequence AS sequence
