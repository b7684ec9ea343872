// What places are joined to: those above and below them, bodies that serve them, programs and things that they pay for, build, post people for and run.
// params: keys
// columns: key, ownName, ownSort, kind, outwards, labels, ids, names, sorts, edges, total
UNWIND $keys AS key
MATCH (n:Place {code: key})-[r:PART_OF|SERVES|FUNDED|DEPLOYED|STAFFED|OPERATES]-(m)
//+ edgesOfNodes
