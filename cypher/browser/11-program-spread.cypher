// From where to where did programs spread: which place reported each one first, and which after it?
// 项目从哪里传到哪里：每个项目哪地先见报，哪地后见报？
MATCH (fact:Fact)
WHERE fact.placeCode IS NOT NULL AND fact.program IS NOT NULL
WITH fact.program AS program, fact.placeName AS place, min(fact.firstReport) AS reported
ORDER BY program, reported, place
WITH program, collect({place: place, reported: reported}) AS steps
WHERE size(steps) > 1
UNWIND range(1, size(steps) - 1) AS i
RETURN program, steps[i - 1].place AS earlier, steps[i - 1].reported AS earlierReport, steps[i].place AS later,
  steps[i].reported AS laterReport, steps[i - 1].reported < steps[i].reported AS trulyLater
ORDER BY program, i
LIMIT 100;
