// Who is connected to whom through the same program?
// 谁和谁通过同一个项目相连？
MATCH path = (one:Place|Agency)-[:FUNDED|DEPLOYED|STAFFED|OPERATES]->(:Program)<-[:FUNDED|DEPLOYED|STAFFED|OPERATES]-(other:Place|Agency)
WHERE elementId(one) < elementId(other)
RETURN path
LIMIT 40;
