// A page of the claims whose actor is one agency, in order of id.
// params: key, after=''
// columns: node, ids, claims, articles
MATCH (n:Agency {id: $key})<-[:`BY`]-(c:Claim)
WHERE c.id > $after
//+ claimsWithArticles
