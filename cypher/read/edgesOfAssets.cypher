// What kinds of things are joined to: who pays, builds and posts where no program is named.
// params: keys
// columns: key, ownName, ownSort, kind, outwards, labels, ids, names, sorts, edges, total
UNWIND $keys AS key
MATCH (n:Asset {kind: key})-[r:FUNDED|DEPLOYED|STAFFED]-(m)
//+ edgesOfNodes
