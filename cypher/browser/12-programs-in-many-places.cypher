// Which programs stand in more than one place?
// 哪些项目不止一地有？
MATCH (claim:Claim)-[:ABOUT]->(program:Program)
MATCH (claim)-[:AT]->(place:Place)
WITH program, collect(DISTINCT place) AS places
WHERE size(places) > 1
UNWIND places AS place
MATCH path = (program)<-[:ABOUT]-(:Claim)-[:AT]->(place)
WITH program, place, head(collect(path)) AS path
RETURN path
LIMIT 60;
