// A page of the claims about one program, in order of id.
// params: key, after=''
// columns: node, ids, claims, articles
MATCH (n:Program {id: $key})<-[:ABOUT]-(c:Claim)
WHERE c.id > $after
//+ claimsWithArticles
