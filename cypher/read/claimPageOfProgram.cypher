// A page of the claims about one program, in order of id.
// params: key, after=''
// columns: key, claim, article, node
MATCH (n:Program {id: $key})<-[:ABOUT]-(c:Claim)
WHERE c.id > $after
//+ claimsWithArticles
