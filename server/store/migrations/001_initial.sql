-- The first schema. A migration that was released is never edited: write the next one.

-- Numbers the changes of dossiers; never goes back, even when dossiers are deleted.
CREATE TABLE sequence(value INTEGER NOT NULL);
INSERT INTO sequence(value) VALUES (0);

CREATE TABLE device(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    site TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    enrolled_ms INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL DEFAULT 0,
    revoked_ms INTEGER
);

CREATE TABLE code(
    hash TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    site TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    used_ms INTEGER,
    used_by TEXT
) WITHOUT ROWID;

-- The whole state of a dossier is one JSON text: a merge reads and writes it whole.
CREATE TABLE dossier(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    owner INTEGER NOT NULL REFERENCES device(id),
    change INTEGER NOT NULL,
    stage TEXT NOT NULL,
    revision INTEGER NOT NULL,
    numero_unique TEXT NOT NULL,
    state BLOB NOT NULL
);
CREATE INDEX dossier_by_site ON dossier(site, change);
CREATE INDEX dossier_by_owner ON dossier(owner, change);

-- One row an edit; its body is the edit's JSON without what the columns say.
CREATE TABLE edit(
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    device INTEGER NOT NULL REFERENCES device(id),
    seq INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX edit_by_device ON edit(device, seq);
CREATE INDEX edit_by_dossier ON edit(dossier);

CREATE TABLE refused(
    device INTEGER NOT NULL REFERENCES device(id),
    seq INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX refused_by_device ON refused(device, seq);

CREATE TABLE page(
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    piece TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    received_ms INTEGER NOT NULL
);
CREATE UNIQUE INDEX page_by_dossier ON page(dossier, piece, sha256);

CREATE TABLE upload(
    uuid TEXT PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    piece TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    created_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX upload_by_page ON upload(dossier, piece, sha256);

CREATE TABLE outbox(
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_ms INTEGER NOT NULL,
    last_error TEXT NOT NULL,
    dossier_revision INTEGER NOT NULL,
    wanted_revision INTEGER NOT NULL,
    file_name TEXT NOT NULL
);
CREATE UNIQUE INDEX outbox_open ON outbox(dossier) WHERE state NOT IN ('fait', 'abandon');
CREATE INDEX outbox_by_dossier ON outbox(dossier);
CREATE INDEX outbox_due ON outbox(next_attempt_ms, id)
    WHERE state IN ('a_verifier', 'doublons', 'envoi', 'envoi_incertain');

CREATE TABLE exchange(
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    service TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    request BLOB NOT NULL,
    response BLOB NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX exchange_by_dossier ON exchange(dossier);
