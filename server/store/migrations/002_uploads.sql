-- Who announced an upload, for the quota of a device; and when its page was filed: the row stays
-- until it expires, so that a client whose last answer was lost learns that nothing is missing.
ALTER TABLE upload ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE upload ADD COLUMN filed_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX upload_by_device ON upload(device) WHERE filed_ms = 0;
CREATE INDEX page_by_content ON page(sha256);
