// A page of the claims at one place, in order of id.
// params: key, after=''
// columns: node, ids, claims, articles
MATCH (n:Place {code: $key})<-[:AT]-(c:Claim)
WHERE c.id > $after
//+ claimsWithArticles
