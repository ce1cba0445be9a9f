ALTER TABLE clip ADD COLUMN marking VARCHAR(32) CONSTRAINT marking CHECK (marking IN ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'));

ALTER TABLE claim ADD COLUMN marking VARCHAR(32) CONSTRAINT marking CHECK (marking IN ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'));

ALTER TABLE note ADD COLUMN marking VARCHAR(32) CONSTRAINT marking CHECK (marking IN ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'));

ALTER TABLE layer ADD COLUMN marking VARCHAR(32) CONSTRAINT marking CHECK (marking IN ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'));

ALTER TABLE clip ADD COLUMN reuse VARCHAR(32) NOT NULL DEFAULT 'unknown' CONSTRAINT reuse CHECK (reuse IN ('unknown', 'allowed', 'refused'));

ALTER TABLE note ADD COLUMN is_private BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE dispute ADD COLUMN implies_a VARCHAR NOT NULL DEFAULT '';

ALTER TABLE dispute ADD COLUMN implies_b VARCHAR NOT NULL DEFAULT '';

ALTER TABLE dispute ADD COLUMN reading VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing ADD COLUMN ref VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing ADD COLUMN subject JSON NOT NULL DEFAULT '[]';

ALTER TABLE briefing ADD COLUMN status VARCHAR(32) NOT NULL DEFAULT 'draft' CONSTRAINT briefingstatus CHECK (status IN ('draft', 'final'));

ALTER TABLE briefing ADD COLUMN classification VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing ADD COLUMN has_portion_marks BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE briefing ADD COLUMN question VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing ADD COLUMN assumptions JSON NOT NULL DEFAULT '[]';

ALTER TABLE briefing ADD COLUMN texts JSON NOT NULL DEFAULT '{}';

ALTER TABLE briefing ADD COLUMN is_author_withheld BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE briefing ADD COLUMN reviewer VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing ADD COLUMN distribution VARCHAR NOT NULL DEFAULT '';

UPDATE briefing SET ref = (
    SELECT "case".ref || '-B' || (
        SELECT count(*) FROM briefing AS other
        WHERE other.case_id = briefing.case_id AND other.id <= briefing.id
    )
    FROM "case" WHERE "case".id = briefing.case_id
);

CREATE UNIQUE INDEX ux_briefing_ref ON briefing (case_id, ref);

ALTER TABLE briefing_export ADD COLUMN form VARCHAR(32) NOT NULL DEFAULT 'pdf' CONSTRAINT exportform CHECK (form IN ('pdf', 'html', 'docx', 'markdown', 'folder', 'bag'));

ALTER TABLE briefing_export ADD COLUMN marking VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing_export ADD COLUMN is_release BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE briefing_export ADD COLUMN manifest VARCHAR NOT NULL DEFAULT '';

ALTER TABLE briefing_export ADD COLUMN is_signed BOOLEAN NOT NULL DEFAULT 0;
