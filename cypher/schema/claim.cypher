// Claim nodes are unique by id, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE INDEX claim_id_index IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE INDEX claim_factKey_index IF NOT EXISTS FOR (n:Claim) ON (n.factKey);
CREATE INDEX claim_articleId_index IF NOT EXISTS FOR (n:Claim) ON (n.articleId);
CREATE INDEX claim_kind_index IF NOT EXISTS FOR (n:Claim) ON (n.kind);
CREATE INDEX claim_year_index IF NOT EXISTS FOR (n:Claim) ON (n.year);
