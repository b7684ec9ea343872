// Of which journal, up to which entry, the graph is made.
// params: 
// columns: journal
MATCH (n:Journal {key: 'journal'})
RETURN properties(n) AS journal
