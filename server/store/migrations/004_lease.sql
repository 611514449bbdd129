-- Which server is telling the SNE about a dossier, and until when nobody else may: several servers
-- share one database.
ALTER TABLE outbox ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN lease_ms INTEGER NOT NULL DEFAULT 0;
