// Which agencies serve which places, and of which body is each a branch?
// 哪些机构管哪些地方，又各是谁的分支？
MATCH (agency:Agency)
OPTIONAL MATCH serves = (agency)-[:SERVES]->(:Place)
OPTIONAL MATCH branch = (agency)-[:PART_OF]->(:Agency)
RETURN agency, serves, branch
LIMIT 60;
