// Who posted people, how many, and to what?
// 谁派了多少人，派往哪里？
MATCH path = (:Place|Agency)-[:STAFFED]->(:Program|Asset)
RETURN path
LIMIT 60;
