-- What admins have written on the pages that are the operator's own: imprint, data protection and the like. Every save is a
-- row of its own, so that any of them can come back.

CREATE TABLE site_text (
    number  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    page    text        NOT NULL CHECK (page IN ('start', 'ueber', 'datenschutz', 'barrierefreiheit', 'impressum')),
    -- counted by page, without gaps; by which a form knows whether it is still about the same text
    version bigint      NOT NULL CHECK (version > 0),
    -- null: the text that comes with the program, or from its home folder
    german  text        CHECK (btrim(german) <> '' AND length(german) <= 20000),
    english text        CHECK (btrim(english) <> '' AND length(english) <= 20000),
    -- no foreign key: an account can be erased, and what was written with it stays
    account uuid        NOT NULL,
    made    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (page, version)
);
