CREATE TABLE "case" (
    id VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    marking VARCHAR(32) NOT NULL,
    status VARCHAR(32) NOT NULL,
    ladder VARCHAR(32) NOT NULL,
    collector VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (ref),
    CONSTRAINT marking CHECK (marking IN ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED')),
    CONSTRAINT casestatus CHECK (status IN ('open', 'closed')),
    CONSTRAINT ladder CHECK (ladder IN ('icd203', 'phia'))
);

CREATE TABLE change_set (
    seq INTEGER NOT NULL,
    kind VARCHAR(32) NOT NULL,
    "of" INTEGER,
    case_id VARCHAR,
    label VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    rows JSON NOT NULL,
    previous VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT changekind CHECK (kind IN ('do', 'follow', 'undo', 'redo', 'revert'))
);

CREATE INDEX ix_change_set_case_id ON change_set (case_id);

CREATE INDEX ix_change_set_of ON change_set ("of");

CREATE TABLE location (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases JSON NOT NULL,
    kind VARCHAR(32) NOT NULL,
    lat FLOAT,
    lon FLOAT,
    precision_m FLOAT,
    geometry VARCHAR,
    country VARCHAR NOT NULL,
    gazetteer_id VARCHAR,
    deleted DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT ck_location_lat CHECK (lat IS NULL OR (lat BETWEEN -90 AND 90)),
    CONSTRAINT ck_location_lon CHECK (lon IS NULL OR (lon BETWEEN -180 AND 180)),
    CONSTRAINT ck_location_both CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT locationkind CHECK (kind IN ('settlement', 'region', 'river', 'country', 'site', 'point'))
);

CREATE INDEX ix_location_name ON location (name);

CREATE TABLE person (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases JSON NOT NULL,
    role VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id)
);

CREATE INDEX ix_person_name ON person (name);

CREATE TABLE source (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases JSON NOT NULL,
    kind VARCHAR(32) NOT NULL,
    country VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    reliability VARCHAR(32) NOT NULL,
    reliability_reason VARCHAR NOT NULL,
    interested BOOLEAN NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT sourcekind CHECK (kind IN ('official', 'agency', 'outlet', 'monitor', 'social', 'imagery', 'person')),
    CONSTRAINT reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'))
);

CREATE INDEX ix_source_name ON source (name);

CREATE TABLE unit (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases JSON NOT NULL,
    designation VARCHAR NOT NULL,
    side VARCHAR(32) NOT NULL,
    echelon VARCHAR(32) NOT NULL,
    branch VARCHAR(32) NOT NULL,
    country VARCHAR NOT NULL,
    sidc VARCHAR NOT NULL,
    parent_id VARCHAR,
    deleted DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT side CHECK (side IN ('friend', 'hostile', 'neutral', 'unknown')),
    CONSTRAINT echelon CHECK (echelon IN ('unknown', 'team', 'squad', 'section', 'platoon', 'company', 'battalion', 'regiment', 'brigade', 'division', 'corps', 'army', 'army group')),
    CONSTRAINT branch CHECK (branch IN ('unknown', 'infantry', 'mechanized infantry', 'motorized infantry', 'armour', 'artillery', 'air defence', 'reconnaissance', 'engineer', 'airborne', 'marine', 'territorial defence', 'special forces', 'unmanned systems', 'aviation', 'logistics')),
    FOREIGN KEY(parent_id) REFERENCES unit (id)
);

CREATE INDEX ix_unit_name ON unit (name);

CREATE INDEX ix_unit_parent_id ON unit (parent_id);

CREATE TABLE briefing (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    template VARCHAR NOT NULL,
    sections JSON NOT NULL,
    marking VARCHAR(32) NOT NULL,
    cutoff DATETIME,
    bottom_line VARCHAR NOT NULL,
    judgements JSON NOT NULL,
    confidence VARCHAR(32),
    confidence_basis VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    page_size VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    CONSTRAINT marking CHECK (marking IN ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED')),
    CONSTRAINT confidence CHECK (confidence IN ('low', 'moderate', 'high'))
);

CREATE INDEX ix_briefing_case_id ON briefing (case_id);

CREATE TABLE claim (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    event_time VARCHAR NOT NULL,
    band INTEGER,
    confidence VARCHAR(32),
    confidence_basis VARCHAR NOT NULL,
    assessment VARCHAR NOT NULL,
    first_report_id VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (case_id, ref),
    CONSTRAINT fk_claim_first_report FOREIGN KEY(first_report_id, id) REFERENCES report (id, claim_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_claim_band CHECK (band BETWEEN 1 AND 7),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    CONSTRAINT confidence CHECK (confidence IN ('low', 'moderate', 'high'))
);

CREATE INDEX ix_claim_case_id ON claim (case_id);

CREATE TABLE clip (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    kind VARCHAR(32) NOT NULL,
    state VARCHAR(32) NOT NULL,
    problem VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    source_id VARCHAR,
    author VARCHAR NOT NULL,
    site VARCHAR NOT NULL,
    published VARCHAR,
    published_as_printed VARCHAR NOT NULL,
    captured DATETIME NOT NULL,
    url_asked VARCHAR NOT NULL,
    url_reached VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    parts JSON NOT NULL,
    credit VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    method VARCHAR(32) NOT NULL,
    tool VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (case_id, ref),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    CONSTRAINT clipkind CHECK (kind IN ('article', 'image', 'document', 'text')),
    CONSTRAINT clipstate CHECK (state IN ('received', 'ready', 'unread')),
    FOREIGN KEY(source_id) REFERENCES source (id),
    CONSTRAINT method CHECK (method IN ('drop', 'paste', 'file', 'link', 'import'))
);

CREATE INDEX ix_clip_case_id ON clip (case_id);

CREATE INDEX ix_clip_list ON clip (case_id, deleted, captured, ref, id, published, source_id);

CREATE INDEX ix_clip_source_id ON clip (source_id);

CREATE INDEX ix_clip_state ON clip (state, deleted);

CREATE TABLE layer (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    source_id VARCHAR,
    as_of VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    geometry VARCHAR NOT NULL,
    style JSON NOT NULL,
    sha256 VARCHAR NOT NULL,
    estimated VARCHAR NOT NULL,
    attribution VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(source_id) REFERENCES source (id)
);

CREATE INDEX ix_layer_case_id ON layer (case_id);

CREATE INDEX ix_layer_source_id ON layer (source_id);

CREATE TABLE briefing_export (
    id VARCHAR NOT NULL,
    briefing_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    exported DATETIME NOT NULL,
    sha256 VARCHAR NOT NULL,
    bytes INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    journal_seq INTEGER NOT NULL,
    journal_head VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(briefing_id) REFERENCES briefing (id)
);

CREATE INDEX ix_briefing_export_briefing_id ON briefing_export (briefing_id);

CREATE TABLE claim_location (
    id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    location_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (claim_id, location_id),
    FOREIGN KEY(claim_id) REFERENCES claim (id),
    FOREIGN KEY(location_id) REFERENCES location (id)
);

CREATE INDEX ix_claim_location_claim_id ON claim_location (claim_id);

CREATE INDEX ix_claim_location_location_id ON claim_location (location_id);

CREATE TABLE claim_unit (
    id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    unit_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (claim_id, unit_id),
    FOREIGN KEY(claim_id) REFERENCES claim (id),
    FOREIGN KEY(unit_id) REFERENCES unit (id)
);

CREATE INDEX ix_claim_unit_claim_id ON claim_unit (claim_id);

CREATE INDEX ix_claim_unit_unit_id ON claim_unit (unit_id);

CREATE TABLE clip_file (
    id VARCHAR NOT NULL,
    clip_id VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    role VARCHAR(32) NOT NULL,
    name VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    bytes INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    url VARCHAR NOT NULL,
    caption VARCHAR NOT NULL,
    credit VARCHAR NOT NULL,
    alt VARCHAR NOT NULL,
    meta JSON NOT NULL,
    made_from_id VARCHAR,
    step VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(clip_id) REFERENCES clip (id),
    CONSTRAINT filerole CHECK (role IN ('original', 'picture', 'screenshot', 'warc', 'payload', 'derivative')),
    FOREIGN KEY(made_from_id) REFERENCES clip_file (id)
);

CREATE INDEX ix_clip_file_clip_id ON clip_file (clip_id);

CREATE INDEX ix_clip_file_made_from_id ON clip_file (made_from_id);

CREATE INDEX ix_clip_file_sha256 ON clip_file (sha256);

CREATE TABLE dispute (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    claim_a_id VARCHAR NOT NULL,
    claim_b_id VARCHAR NOT NULL,
    differs_on JSON NOT NULL,
    both_could_hold VARCHAR NOT NULL,
    status VARCHAR(32) NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT ck_dispute_two_claims CHECK (claim_a_id != claim_b_id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(claim_a_id) REFERENCES claim (id),
    FOREIGN KEY(claim_b_id) REFERENCES claim (id),
    CONSTRAINT disputestatus CHECK (status IN ('open', 'reconciled', 'settled'))
);

CREATE INDEX ix_dispute_case_id ON dispute (case_id);

CREATE INDEX ix_dispute_claim_a_id ON dispute (claim_a_id);

CREATE INDEX ix_dispute_claim_b_id ON dispute (claim_b_id);

CREATE TABLE anchor (
    id VARCHAR NOT NULL,
    clip_id VARCHAR NOT NULL,
    kind VARCHAR(32) NOT NULL,
    file_id VARCHAR,
    exact VARCHAR NOT NULL,
    prefix VARCHAR NOT NULL,
    suffix VARCHAR NOT NULL,
    start INTEGER,
    "end" INTEGER,
    x FLOAT,
    y FLOAT,
    w FLOAT,
    h FLOAT,
    polygon JSON NOT NULL,
    page INTEGER,
    deleted DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT ck_anchor_text CHECK (kind != 'text' OR (start IS NOT NULL AND "end" IS NOT NULL AND start >= 0 AND "end" > start)),
    CONSTRAINT ck_anchor_picture CHECK (kind != 'picture' OR (file_id IS NOT NULL AND x IS NOT NULL AND y IS NOT NULL AND w > 0 AND h > 0)),
    FOREIGN KEY(clip_id) REFERENCES clip (id),
    CONSTRAINT anchorkind CHECK (kind IN ('text', 'picture', 'page')),
    FOREIGN KEY(file_id) REFERENCES clip_file (id)
);

CREATE INDEX ix_anchor_clip_id ON anchor (clip_id);

CREATE INDEX ix_anchor_file_id ON anchor (file_id);

CREATE TABLE note (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    clip_id VARCHAR,
    anchor_id VARCHAR,
    text VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(clip_id) REFERENCES clip (id),
    FOREIGN KEY(anchor_id) REFERENCES anchor (id)
);

CREATE INDEX ix_note_anchor_id ON note (anchor_id);

CREATE INDEX ix_note_case_id ON note (case_id);

CREATE INDEX ix_note_clip_id ON note (clip_id);

CREATE TABLE position (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    unit_id VARCHAR NOT NULL,
    location_id VARCHAR,
    lat FLOAT,
    lon FLOAT,
    precision_m FLOAT,
    interval VARCHAR NOT NULL,
    anchor_id VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(unit_id) REFERENCES unit (id),
    FOREIGN KEY(location_id) REFERENCES location (id),
    FOREIGN KEY(anchor_id) REFERENCES anchor (id)
);

CREATE INDEX ix_position_anchor_id ON position (anchor_id);

CREATE INDEX ix_position_case_id ON position (case_id);

CREATE INDEX ix_position_location_id ON position (location_id);

CREATE INDEX ix_position_unit_id ON position (unit_id);

CREATE TABLE report (
    id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    anchor_id VARCHAR NOT NULL,
    stance VARCHAR(32) NOT NULL,
    claimant_id VARCHAR NOT NULL,
    verb VARCHAR NOT NULL,
    said_when VARCHAR NOT NULL,
    credibility VARCHAR(32) NOT NULL,
    credibility_reason VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (id, claim_id),
    FOREIGN KEY(claim_id) REFERENCES claim (id),
    FOREIGN KEY(anchor_id) REFERENCES anchor (id),
    CONSTRAINT stance CHECK (stance IN ('supports', 'contradicts', 'mentions')),
    FOREIGN KEY(claimant_id) REFERENCES source (id),
    CONSTRAINT credibility CHECK (credibility IN ('1', '2', '3', '4', '5', '6'))
);

CREATE INDEX ix_report_anchor_id ON report (anchor_id);

CREATE INDEX ix_report_claim_id ON report (claim_id);

CREATE INDEX ix_report_claimant_id ON report (claimant_id);

CREATE TABLE tag (
    id VARCHAR NOT NULL,
    anchor_id VARCHAR NOT NULL,
    location_id VARCHAR,
    unit_id VARCHAR,
    person_id VARCHAR,
    keyword VARCHAR,
    state VARCHAR(32) NOT NULL,
    who VARCHAR NOT NULL,
    deleted DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT ck_tag_one_target CHECK ((location_id IS NOT NULL) + (unit_id IS NOT NULL) + (person_id IS NOT NULL) + (keyword IS NOT NULL) = 1),
    FOREIGN KEY(anchor_id) REFERENCES anchor (id),
    FOREIGN KEY(location_id) REFERENCES location (id),
    FOREIGN KEY(unit_id) REFERENCES unit (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT tagstate CHECK (state IN ('suggested', 'accepted', 'rejected'))
);

CREATE INDEX ix_tag_anchor_id ON tag (anchor_id);

CREATE INDEX ix_tag_location_id ON tag (location_id);

CREATE INDEX ix_tag_person_id ON tag (person_id);

CREATE INDEX ix_tag_unit_id ON tag (unit_id);

CREATE TABLE relay (
    id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (report_id, ordinal),
    FOREIGN KEY(report_id) REFERENCES report (id),
    FOREIGN KEY(source_id) REFERENCES source (id)
);

CREATE INDEX ix_relay_report_id ON relay (report_id);

CREATE INDEX ix_relay_source_id ON relay (source_id);

CREATE TABLE search_doc (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    case_id TEXT,
    hash TEXT NOT NULL,
    UNIQUE (kind, row_id)
);

CREATE VIRTUAL TABLE search_text USING fts5(
    title, body, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0", prefix='2 3'
);

CREATE VIRTUAL TABLE search_word USING fts5vocab(search_text, instance);
