// Claims with the words that they cite, page by page. How long a quote is the caller says: size() counts characters, offsets UTF-16.
// params: after='', first=2000
// columns: id, quote, start, end
MATCH (c:Claim)
WHERE c.id > $after
RETURN c.id AS id, c.quote AS quote, c.start AS start, c.end AS `end`
ORDER BY id
LIMIT $first
