// How many claims at places there are, for each key that has any.
// params: keys
// columns: key, total
UNWIND $keys AS key
MATCH (n:Place {code: key})<-[:AT]-(c:Claim)
RETURN key, count(c) AS total
ORDER BY key
