// Which articles copy an earlier one, and who published both?
// 哪些文章转载了更早的文章，各由谁刊登？
MATCH path = (:Outlet)<-[:PUBLISHED_BY]-(:Article)-[:COPY_OF]->(:Article)-[:PUBLISHED_BY]->(:Outlet)
RETURN path
LIMIT 40;
