// Counties that an article mentions, with the facts that are about them or a place in them; a county without a row was mentioned nowhere.
// params: kind?, asset?, program?, place?
// columns: code, name, articles, facts, state
MATCH (a:Article)-[:MENTIONS]->(p:Place)
MATCH (p)-[:PART_OF*0..5]->(c:Place)
WHERE c.level = 'county'
  AND ($place IS NULL OR c.code = $place OR c.name CONTAINS $place)
WITH c, count(DISTINCT a.id) AS articles
OPTIONAL MATCH (c)<-[:PART_OF*0..5]-(q:Place)
OPTIONAL MATCH (q)<-[:AT]-(claim:Claim)
OPTIONAL MATCH (claim)-[:SUPPORTS]->(f:Fact)
WHERE f.placeCode STARTS WITH c.code
  AND ($kind IS NULL OR f.kind = $kind)
  AND ($asset IS NULL OR f.asset = $asset)
  AND ($program IS NULL OR $program IN f.programIds)
WITH c.code AS code, c.name AS name, articles, count(DISTINCT f.id) AS facts
RETURN code, name, articles, CASE WHEN facts > 0 THEN facts ELSE null END AS facts,
  CASE WHEN facts > 0 THEN 'reported' ELSE 'mentioned' END AS state
ORDER BY code
