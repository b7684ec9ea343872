// Where do two sources disagree?
// 哪些地方两个来源说法不一？
MATCH path = (:Article)-[:REPORTED]->(:Claim)-[:SUPPORTS]->(:Fact)-[:CONFLICTS_WITH]->(:Fact)<-[:SUPPORTS]-(:Claim)<-[:REPORTED]-(:Article)
RETURN path
LIMIT 20;
