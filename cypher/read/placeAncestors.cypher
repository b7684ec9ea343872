// The divisions above places; for each key all of them, unsorted by level: `parent` gives the chain.
// params: keys
// columns: key, place
MATCH (n:Place)-[:PART_OF*1..6]->(p:Place)
WHERE n.code IN $keys
RETURN n.code AS key, properties(p) AS place
ORDER BY key, p.code
