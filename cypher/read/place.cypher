// The place with that key.
// params: code
// columns: place
MATCH (n:Place {code: $code})
RETURN properties(n) AS place
