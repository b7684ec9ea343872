// How many claims about programs there are, for each key that has any.
// params: keys
// columns: key, total
UNWIND $keys AS key
MATCH (n:Program {id: key})<-[:ABOUT]-(c:Claim)
RETURN key, count(c) AS total
ORDER BY key
