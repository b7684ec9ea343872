// Review nodes are unique by id, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;
CREATE INDEX review_id_index IF NOT EXISTS FOR (n:Review) ON (n.id);
