// Which facts do several claims or independent sources support?
// 哪些事实有多条主张或多个独立来源支持？
MATCH (fact:Fact)
WHERE fact.claims > 1
WITH fact
ORDER BY fact.sources DESC, fact.claims DESC, fact.id
LIMIT 20
MATCH path = (fact)<-[:SUPPORTS]-(:Claim)<-[:REPORTED]-(:Article)
RETURN path;
