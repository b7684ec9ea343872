// Who installed cameras or alarms, with how many on each edge?
// 谁装了摄像头或报警器？边上是数量。
MATCH path = (:Place|Agency)-[:DEPLOYED]->(asset:Asset)
WHERE asset.kind IN ['camera', 'alarm']
RETURN path
LIMIT 60;
