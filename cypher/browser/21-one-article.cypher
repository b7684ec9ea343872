// What does one article claim, about what and where?
// 一篇文章主张了什么，关于什么，在何地？
:param title => '河口区';
MATCH (article:Article)
WHERE article.title CONTAINS $title
WITH article
ORDER BY article.publishedOn, article.id
LIMIT 1
MATCH claimed = (article)-[:REPORTED]->(claim:Claim)
OPTIONAL MATCH place = (claim)-[:AT]->(:Place)
OPTIONAL MATCH program = (claim)-[:ABOUT]->(:Program)
RETURN claimed, place, program
LIMIT 80;
