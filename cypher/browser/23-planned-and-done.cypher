// What was only planned, and what is said to be done?
// 哪些只是计划，哪些说已完成？
MATCH (fact:Fact)
WHERE fact.kind IN ['FUNDED', 'DEPLOYED'] AND fact.stage IS NOT NULL
RETURN fact.stage AS stage, fact.kind AS kind, count(*) AS facts, collect(DISTINCT fact.placeName)[..5] AS places
ORDER BY stage, kind
LIMIT 50;
