// Program nodes are unique by id, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT program_id IF NOT EXISTS FOR (n:Program) REQUIRE n.id IS UNIQUE;
CREATE INDEX program_id_index IF NOT EXISTS FOR (n:Program) ON (n.id);
