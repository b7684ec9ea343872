// What did the money buy, and what does one piece come to?
// 钱买了什么，平均一件多少钱？
MATCH (money:Claim)-[:PAYS_FOR]->(bought:Claim)
WHERE money.amountMin IS NOT NULL AND bought.countMin > 0 AND bought.countMax > 0
RETURN money.placeName AS place, money.amountCny AS yuan, bought.count AS count, bought.unit AS unit,
  bought.assetText AS thing, round(money.amountMin / bought.countMax) AS eachAtLeast,
  round(money.amountMax / bought.countMin) AS eachAtMost, money.quote AS quote
ORDER BY yuan DESC, money.id, bought.id
LIMIT 50;
