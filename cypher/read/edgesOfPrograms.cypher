// What programs are joined to: what they are part of, their parts, and who pays, builds, posts and runs.
// params: keys
// columns: key, ownName, ownSort, kind, outwards, labels, ids, names, sorts, edges, total
UNWIND $keys AS key
MATCH (n:Program {id: key})-[r:PART_OF|FUNDED|DEPLOYED|STAFFED|OPERATES]-(m)
//+ edgesOfNodes
