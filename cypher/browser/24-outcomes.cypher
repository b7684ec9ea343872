// Which results are ascribed to which programs, in which words?
// 哪些成效归于哪些项目，原话怎么说？
MATCH (claim:Claim {kind: 'OUTCOME'})
OPTIONAL MATCH (claim)-[:ABOUT]->(program:Program)
RETURN program.name AS program, claim.placeName AS place, coalesce(claim.count, claim.amountCny) AS figure,
  claim.unit AS unit, claim.assetText AS ofWhat, claim.quote AS quote
ORDER BY program, claim.id
LIMIT 50;
