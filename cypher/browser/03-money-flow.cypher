// Who funded what, in one picture?
// 谁出钱办了什么，一张图看全？
MATCH (payer:Place|Agency)-[paid:FUNDED]->(what)
RETURN payer, paid, what
ORDER BY paid.figure DESC, paid.factId
LIMIT 60;
