// Which claims of money pay for which claims of things?
// 哪些花钱的主张对应哪些购置的主张？
MATCH path = (:Article)-[:REPORTED]->(:Claim)-[:PAYS_FOR]->(:Claim)
RETURN path
LIMIT 40;
