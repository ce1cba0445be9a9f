ALTER TABLE clip ADD COLUMN hollow VARCHAR(32) CONSTRAINT hollow CHECK (hollow IN ('paywall', 'consent', 'login', 'error', 'shell', 'robot'));

ALTER TABLE clip ADD COLUMN earlier_id VARCHAR REFERENCES clip (id);

ALTER TABLE clip ADD COLUMN fingerprint VARCHAR NOT NULL DEFAULT '';

ALTER TABLE clip ADD COLUMN said_in JSON NOT NULL DEFAULT '{}';

ALTER TABLE clip_file ADD COLUMN fingerprint VARCHAR NOT NULL DEFAULT '';

CREATE INDEX ix_clip_earlier ON clip (earlier_id, deleted, hollow, state, id);

CREATE INDEX ix_clip_fingerprint ON clip (case_id, deleted, fingerprint, id);

CREATE INDEX ix_clip_file_fingerprint ON clip_file (fingerprint, clip_id, id);

CREATE TABLE collection (
    id VARCHAR NOT NULL,
    clip_id VARCHAR NOT NULL,
    collector VARCHAR NOT NULL,
    machine VARCHAR NOT NULL,
    system VARCHAR NOT NULL,
    began DATETIME,
    ended DATETIME,
    clock_offset FLOAT,
    clock_error FLOAT,
    clock_reference VARCHAR NOT NULL,
    network VARCHAR NOT NULL,
    user_agent VARCHAR NOT NULL,
    status INTEGER,
    redirects JSON NOT NULL,
    headers JSON NOT NULL,
    tls JSON NOT NULL,
    missing JSON NOT NULL,
    renderer VARCHAR NOT NULL,
    hidden JSON NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (clip_id),
    FOREIGN KEY(clip_id) REFERENCES clip (id)
);

CREATE TABLE syndication (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    clip_a_id VARCHAR NOT NULL,
    clip_b_id VARCHAR NOT NULL,
    is_same_origin BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (clip_a_id, clip_b_id),
    CONSTRAINT ck_syndication_order CHECK (clip_a_id < clip_b_id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(clip_a_id) REFERENCES clip (id),
    FOREIGN KEY(clip_b_id) REFERENCES clip (id)
);

CREATE INDEX ix_syndication_case_id ON syndication (case_id);

CREATE INDEX ix_syndication_clip_b_id ON syndication (clip_b_id);
