// How are two places connected, through which programs, agencies or kinds of things?
// 两个地方通过哪些项目、机构或设备相连？
:param from => '370503';
:param to => '530400';
MATCH (a:Place {code: $from})
MATCH (b:Place {code: $to})
MATCH path = shortestPath((a)-[:FUNDED|DEPLOYED|STAFFED|OPERATES|SERVES|PART_OF*..8]-(b))
RETURN path
LIMIT 1;
