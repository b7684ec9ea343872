// How much of what is in the store: nodes by label (kind is null), claims and facts by kind.
// params: 
// columns: label, kind, total
MATCH (n:Place)
WITH count(n.code) AS total
RETURN 'Place' AS label, null AS kind, total
UNION ALL
MATCH (n:Agency)
WITH count(n.id) AS total
RETURN 'Agency' AS label, null AS kind, total
UNION ALL
MATCH (n:Program)
WITH count(n.id) AS total
RETURN 'Program' AS label, null AS kind, total
UNION ALL
MATCH (n:Outlet)
WITH count(n.name) AS total
RETURN 'Outlet' AS label, null AS kind, total
UNION ALL
MATCH (n:Article)
WITH count(n.id) AS total
RETURN 'Article' AS label, null AS kind, total
UNION ALL
MATCH (n:Claim)
WITH count(n.id) AS total
RETURN 'Claim' AS label, null AS kind, total
UNION ALL
MATCH (n:Fact)
WITH count(n.id) AS total
RETURN 'Fact' AS label, null AS kind, total
UNION ALL
MATCH (n:Asset)
WITH count(n.kind) AS total
RETURN 'Asset' AS label, null AS kind, total
UNION ALL
MATCH (n:Claim)
WITH n.kind AS kind, count(n.id) AS total
ORDER BY kind
RETURN 'Claim' AS label, kind, total
UNION ALL
MATCH (n:Fact)
WITH n.kind AS kind, count(n.id) AS total
ORDER BY kind
RETURN 'Fact' AS label, kind, total
