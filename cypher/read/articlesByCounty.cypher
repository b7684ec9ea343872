// How many articles mention each county, zone or city, or a place below it; one that no article mentions has no row.
// params: place?
// columns: code, name, level, articles
MATCH (a:Article)-[:MENTIONS]->(p:Place)
MATCH (p)-[:PART_OF*0..5]->(c:Place)
WHERE c.level IN ['county', 'zone', 'city']
  AND ($place IS NULL OR c.code = $place OR c.name CONTAINS $place)
WITH c.code AS code, c.name AS name, c.level AS level, count(DISTINCT a.id) AS articles
RETURN code, name, level, articles
ORDER BY code
