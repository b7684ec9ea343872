// What do two sources that disagree say, side by side?
// 说法不一的两个来源各说了什么？
MATCH (one:Fact)-[:CONFLICTS_WITH]->(other:Fact)
RETURN one.placeName AS place, one.program AS program, one.year AS year, one.figure AS figure, one.quote AS quote,
  other.figure AS otherFigure, other.quote AS otherQuote
ORDER BY one.id, other.id
LIMIT 50;
