// Where does the largest sum come from: article, claim, fact?
// 最大的一笔钱从何而来：文章、主张、事实？
MATCH (fact:Fact)
WHERE fact.kind = 'FUNDED' AND fact.figure IS NOT NULL
WITH fact
ORDER BY fact.figure DESC, fact.id
LIMIT 1
MATCH path = (fact)<-[:SUPPORTS]-(:Claim)<-[:REPORTED]-(:Article)-[:PUBLISHED_BY]->(:Outlet)
RETURN path
LIMIT 25;
