// Agency nodes are unique by id, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT agency_id IF NOT EXISTS FOR (n:Agency) REQUIRE n.id IS UNIQUE;
CREATE INDEX agency_id_index IF NOT EXISTS FOR (n:Agency) ON (n.id);
CREATE INDEX agency_placeCode_index IF NOT EXISTS FOR (n:Agency) ON (n.placeCode);
