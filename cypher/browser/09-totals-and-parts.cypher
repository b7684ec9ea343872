// Which figures are parts of which totals, and so must not be added to them?
// 哪些数字是哪个总数的一部分，因此不可相加？
MATCH path = (:Claim)-[:PART_OF]->(:Claim)
RETURN path
LIMIT 60;
