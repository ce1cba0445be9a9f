CREATE TABLE rejection (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    surface VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id)
);

CREATE INDEX ix_rejection_case_id ON rejection (case_id);

CREATE TABLE proposed (
    id INTEGER NOT NULL,
    clip_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    score FLOAT NOT NULL,
    payload JSON NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(clip_id) REFERENCES clip (id) ON DELETE CASCADE
);

CREATE INDEX ix_proposed_clip_id ON proposed (clip_id);

CREATE TABLE proposed_mention (
    id INTEGER NOT NULL,
    proposed_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(proposed_id) REFERENCES proposed (id) ON DELETE CASCADE
);

CREATE INDEX ix_proposed_mention ON proposed_mention (proposed_id, ordinal);

CREATE TABLE proposal_run (
    clip_id VARCHAR NOT NULL,
    stamp VARCHAR NOT NULL,
    problem VARCHAR NOT NULL,
    PRIMARY KEY (clip_id),
    FOREIGN KEY(clip_id) REFERENCES clip (id) ON DELETE CASCADE
);
