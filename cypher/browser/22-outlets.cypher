// Which outlets published how many articles and claims?
// 哪些媒体刊登了多少文章、多少主张？
MATCH (outlet:Outlet)<-[:PUBLISHED_BY]-(article:Article)
OPTIONAL MATCH (article)-[:REPORTED]->(claim:Claim)
RETURN outlet.name AS outlet, count(DISTINCT article) AS articles, count(claim) AS claims
ORDER BY claims DESC, outlet
LIMIT 50;
