// Places directly below places. For each key: the ids after $after, at most $first of them, and how many there are after it.
// params: keys, after='', first=50
// columns: key, ids, total
UNWIND $keys AS key
MATCH (n:Place {code: key})<-[:PART_OF]-(p:Place)
WHERE p.code > $after
WITH DISTINCT key, p.code AS id
ORDER BY key, id
WITH key, collect(id) AS ids
RETURN key, ids[0..$first] AS ids, size(ids) AS total
ORDER BY key
