// Claims that cite no words.
// params: 
// columns: id
MATCH (c:Claim)
WHERE c.quote IS NULL OR c.start IS NULL OR c.end IS NULL OR c.end <= c.start OR size(c.quote) <> c.end - c.start
RETURN c.id AS id
ORDER BY id
