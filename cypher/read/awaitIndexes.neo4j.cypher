// Waits until the indexes answer, which Neo4j fills in the background.
// params: 
CALL db.awaitIndexes(120)
