// Who paid for, built, staffed and runs this program?
// 这个项目由谁出钱、建设、派人、运行？
:param program => '雪亮工程';
MATCH (program:Program {id: $program})
MATCH path = (program)<-[:FUNDED|DEPLOYED|STAFFED|OPERATES]-(:Place|Agency)
RETURN path
LIMIT 80;
