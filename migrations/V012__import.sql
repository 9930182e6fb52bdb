-- Whoever imports in the browser uploads a file once and decides in steps; and every import can be taken back as a whole.

-- What waits to be imported. Not content: no backup has it, and it is removed after a day at the latest.
CREATE TABLE upload (
    id      uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    account uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    made    timestamptz NOT NULL DEFAULT now(),
    -- its name without folders; the ending tells the format
    file    text        NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    content bytea       NOT NULL,
    -- name of a column to the field that somebody has assigned to it, '' for none; other columns are guessed
    mapping jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(mapping) = 'object')
);
CREATE INDEX upload_account ON upload (account);

-- Imports that were done, by pages and by the command; removed when they cannot be taken back any more.
CREATE TABLE import_run (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made        timestamptz NOT NULL DEFAULT now(),
    -- by which what it changed is known to be searchable; means nothing in another database
    transaction bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    -- null: nobody was signed in, or erased
    account     uuid        REFERENCES account ON DELETE SET NULL,
    is_command  boolean     NOT NULL,
    file        text        NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    read        bigint      NOT NULL,
    inserted    integer     NOT NULL,
    updated     integer     NOT NULL,
    unchanged   integer     NOT NULL,
    -- null: it was not taken back
    undone      timestamptz,
    -- practices that stayed as they were when it was taken back, as somebody had changed them since
    undone_left integer
);

-- The revisions that an import has made.
CREATE TABLE import_change (
    import   bigint NOT NULL REFERENCES import_run ON DELETE CASCADE,
    practice text COLLATE "C" NOT NULL,
    number   bigint NOT NULL,
    PRIMARY KEY (import, practice),
    FOREIGN KEY (practice, number) REFERENCES revision
);
