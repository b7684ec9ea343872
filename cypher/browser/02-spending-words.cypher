// Which words state each sum, who published them, and what does each sum leave open?
// 每笔钱出自哪句话、谁刊登的、上下限各是多少？
MATCH (fact:Fact)
WHERE fact.kind = 'FUNDED'
RETURN fact.placeName AS place, fact.actorNames AS payers, fact.figure AS yuan, fact.min AS least, fact.max AS most,
  fact.stage AS stage, fact.part AS part, fact.sources AS sources, fact.quote AS quote
ORDER BY yuan DESC, fact.id
LIMIT 50;
