// What did this city, and the places in it, say they spent?
// 这个市（连同其下各地）说自己花了多少钱？
:param place => '370500';
MATCH (city:Place {code: $place})
MATCH path = (city)<-[:PART_OF*0..3]-(payer:Place)-[:FUNDED]->(what)
RETURN path
LIMIT 100;
