ALTER TABLE claim ADD COLUMN status_override VARCHAR(32) CONSTRAINT claimstatus CHECK (status_override IN ('open', 'single source', 'corroborated', 'disputed'));

ALTER TABLE claim ADD COLUMN override_reason VARCHAR NOT NULL DEFAULT '';

ALTER TABLE dispute ADD COLUMN status_reason VARCHAR NOT NULL DEFAULT '';

CREATE TABLE quantity (
    id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR(32) NOT NULL,
    what VARCHAR NOT NULL,
    low FLOAT,
    high FLOAT,
    measure VARCHAR(32),
    is_approximate BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_quantity_some CHECK (low IS NOT NULL OR high IS NOT NULL),
    CONSTRAINT ck_quantity_order CHECK (low IS NULL OR high IS NULL OR low <= high),
    CONSTRAINT ck_quantity_low CHECK (low IS NULL OR low >= 0),
    CONSTRAINT ck_quantity_high CHECK (high IS NULL OR high >= 0),
    FOREIGN KEY(report_id) REFERENCES report (id),
    CONSTRAINT quantitykind CHECK (kind IN ('killed', 'wounded', 'captured', 'losses', 'personnel', 'vehicles', 'equipment', 'strikes', 'attacks', 'formations', 'distance', 'area', 'other')),
    CONSTRAINT measure CHECK (measure IN ('m', 'km', 'mi', 'm²', 'ha', 'km²', 'mi²'))
);

CREATE INDEX ix_quantity_report_id ON quantity (report_id);

CREATE TABLE inquiry (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id)
);

CREATE INDEX ix_inquiry_case_id ON inquiry (case_id);

CREATE TABLE inquiry_evidence (
    id VARCHAR NOT NULL,
    inquiry_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (inquiry_id, claim_id),
    FOREIGN KEY(inquiry_id) REFERENCES inquiry (id),
    FOREIGN KEY(claim_id) REFERENCES claim (id)
);

CREATE INDEX ix_inquiry_evidence_claim_id ON inquiry_evidence (claim_id);

CREATE INDEX ix_inquiry_evidence_inquiry_id ON inquiry_evidence (inquiry_id);

CREATE TABLE hypothesis (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    inquiry_id VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (case_id, ref),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(inquiry_id) REFERENCES inquiry (id)
);

CREATE INDEX ix_hypothesis_case_id ON hypothesis (case_id);

CREATE INDEX ix_hypothesis_inquiry_id ON hypothesis (inquiry_id);

CREATE TABLE consistency (
    id VARCHAR NOT NULL,
    hypothesis_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    fit VARCHAR(32) NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (hypothesis_id, claim_id),
    FOREIGN KEY(hypothesis_id) REFERENCES hypothesis (id),
    FOREIGN KEY(claim_id) REFERENCES claim (id),
    CONSTRAINT fit CHECK (fit IN ('CC', 'C', 'N', 'I', 'II'))
);

CREATE INDEX ix_consistency_claim_id ON consistency (claim_id);

CREATE INDEX ix_consistency_hypothesis_id ON consistency (hypothesis_id);

CREATE TABLE gap (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    changes VARCHAR NOT NULL,
    claim_id VARCHAR,
    dispute_id VARCHAR,
    hypothesis_id VARCHAR,
    due VARCHAR NOT NULL,
    status VARCHAR(32) NOT NULL,
    answer VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    closed DATETIME,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (case_id, ref),
    CONSTRAINT ck_gap_at_most_one CHECK ((claim_id IS NOT NULL) + (dispute_id IS NOT NULL) + (hypothesis_id IS NOT NULL) <= 1),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(claim_id) REFERENCES claim (id),
    FOREIGN KEY(dispute_id) REFERENCES dispute (id),
    FOREIGN KEY(hypothesis_id) REFERENCES hypothesis (id),
    CONSTRAINT gapstatus CHECK (status IN ('open', 'answered', 'dropped'))
);

CREATE INDEX ix_gap_case_id ON gap (case_id);

CREATE INDEX ix_gap_claim_id ON gap (claim_id);

CREATE INDEX ix_gap_dispute_id ON gap (dispute_id);

CREATE INDEX ix_gap_hypothesis_id ON gap (hypothesis_id);
