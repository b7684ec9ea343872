// Claims whose actor is the agency. For each key: the ids after $after, at most $first of them, and how many there are after it.
// params: keys, after='', first=50
// columns: key, ids, total
UNWIND $keys AS key
MATCH (n:Agency {id: key})<-[:`BY`]-(c:Claim)
WHERE c.id > $after
WITH DISTINCT key, c.id AS id
ORDER BY key, id
WITH key, collect(id) AS ids
RETURN key, ids[0..$first] AS ids, size(ids) AS total
ORDER BY key
