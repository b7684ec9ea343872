// A page of the claims at one place, in order of id.
// params: key, after=''
// columns: key, claim, article, node
MATCH (n:Place {code: $key})<-[:AT]-(c:Claim)
WHERE c.id > $after
//+ claimsWithArticles
