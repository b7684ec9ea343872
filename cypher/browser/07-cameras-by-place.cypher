// How many cameras does each place state, parts and wholes kept apart?
// 各地说装了多少摄像头？总数和其中的部分分开列。
MATCH (fact:Fact)
WHERE fact.kind = 'DEPLOYED' AND fact.asset = 'camera' AND fact.figure IS NOT NULL
RETURN fact.placeName AS place, fact.figure AS count, fact.unit AS unit, fact.year AS year, fact.scope AS scope,
  fact.part AS part, fact.disputed AS disputed, fact.quote AS quote
ORDER BY count DESC, fact.id
LIMIT 50;
