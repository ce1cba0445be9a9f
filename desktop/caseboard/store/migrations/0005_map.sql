DROP TABLE layer;

CREATE TABLE georeference (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    clip_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    kind VARCHAR(32) NOT NULL,
    points JSON NOT NULL,
    rms_m FLOAT,
    deleted DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    FOREIGN KEY(clip_id) REFERENCES clip (id),
    FOREIGN KEY(file_id) REFERENCES clip_file (id),
    CONSTRAINT georeferencekind CHECK (kind IN ('affine', 'projective'))
);

CREATE INDEX ix_georeference_case_id ON georeference (case_id);

CREATE INDEX ix_georeference_clip_id ON georeference (clip_id);

CREATE INDEX ix_georeference_file_id ON georeference (file_id);

CREATE TABLE layer (
    id VARCHAR NOT NULL,
    case_id VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR(32) NOT NULL,
    ordinal INTEGER NOT NULL,
    is_shown BOOLEAN NOT NULL,
    opacity FLOAT NOT NULL,
    source_id VARCHAR,
    as_of VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    features VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    west FLOAT,
    south FLOAT,
    east FLOAT,
    north FLOAT,
    style JSON NOT NULL,
    sha256 VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    estimated VARCHAR NOT NULL,
    attribution VARCHAR NOT NULL,
    derived_from JSON NOT NULL,
    georeference_id VARCHAR,
    anchor_id VARCHAR,
    error_m FLOAT,
    deleted DATETIME,
    PRIMARY KEY (id),
    UNIQUE (case_id, ref),
    CONSTRAINT ck_layer_opacity CHECK (opacity BETWEEN 0 AND 1),
    FOREIGN KEY(case_id) REFERENCES "case" (id),
    CONSTRAINT layerkind CHECK (kind IN ('imported', 'drawn', 'traced', 'change', 'picture', 'tiles')),
    FOREIGN KEY(source_id) REFERENCES source (id),
    FOREIGN KEY(georeference_id) REFERENCES georeference (id),
    FOREIGN KEY(anchor_id) REFERENCES anchor (id)
);

CREATE INDEX ix_layer_anchor_id ON layer (anchor_id);

CREATE INDEX ix_layer_case_id ON layer (case_id);

CREATE INDEX ix_layer_georeference_id ON layer (georeference_id);

CREATE INDEX ix_layer_source_id ON layer (source_id);

ALTER TABLE unit ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;

ALTER TABLE unit ADD COLUMN status VARCHAR(32) NOT NULL DEFAULT 'present' CONSTRAINT unitstatus CHECK (status IN ('present', 'planned'));

ALTER TABLE unit ADD COLUMN is_identified BOOLEAN NOT NULL DEFAULT 1;

ALTER TABLE unit ADD COLUMN release_m FLOAT NOT NULL DEFAULT 10000;

ALTER TABLE position ADD COLUMN bearing VARCHAR NOT NULL DEFAULT '';
