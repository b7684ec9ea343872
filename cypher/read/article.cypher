// The article with that key.
// params: id
// columns: article
MATCH (n:Article {id: $id})
RETURN properties(n) AS article
