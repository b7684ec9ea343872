// What bodies are joined to: those above and below them, places that they serve, programs and things that they pay for, build, post people for and run.
// params: keys
// columns: key, ownName, ownSort, kind, outwards, labels, ids, names, sorts, edges, total
UNWIND $keys AS key
MATCH (n:Agency {id: key})-[r:PART_OF|SERVES|FUNDED|DEPLOYED|STAFFED|OPERATES]-(m)
//+ edgesOfNodes
