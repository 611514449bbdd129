-- Each dossier under its code de reprise: HMAC-SHA-256, whose key stands outside of the database.
-- An empty tag: no code.
CREATE TABLE return_code(
    dossier INTEGER PRIMARY KEY REFERENCES dossier(id),
    tag BLOB NOT NULL
);
CREATE INDEX return_code_by_tag ON return_code(tag);

-- The bornes where a dossier was opened again by its code: they may send answers to it.
CREATE TABLE returned(
    device INTEGER NOT NULL REFERENCES device(id),
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    at_ms INTEGER NOT NULL,
    PRIMARY KEY(device, dossier)
) WITHOUT ROWID;
CREATE INDEX returned_by_dossier ON returned(dossier);
