-- What is being written or reviewed before the public sees it: one working copy per practice, beside the published state.

CREATE TABLE draft (
    id       uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    -- null: a new one whose id is chosen from its title when it is submitted
    practice text COLLATE "C" UNIQUE CHECK (practice ~ '^[a-z0-9-]{3,120}$'),
    -- version of the published practice that it was made from; null: a new one
    based_on bigint      CHECK (based_on > 0),
    stage    text        NOT NULL DEFAULT 'draft' CHECK (stage IN ('draft', 'submitted', 'in_review', 'returned')),
    -- in the record format, but what is missing may be missing, and a text may be no valid date or address yet
    record   jsonb       NOT NULL CHECK (jsonb_typeof(record) = 'object'),
    provider text        GENERATED ALWAYS AS (record ->> 'provider') STORED,
    -- no foreign key: an account can be erased, and what was written with it stays
    author   uuid        NOT NULL,
    -- one more with each change, by which a form knows whether it is still about the same state
    version  bigint      NOT NULL DEFAULT 1 CHECK (version > 0),
    made     timestamptz NOT NULL DEFAULT now(),
    changed  timestamptz NOT NULL DEFAULT now(),
    CHECK (based_on IS NULL OR practice IS NOT NULL),
    CHECK (stage IN ('draft', 'returned') OR practice IS NOT NULL)
);
CREATE INDEX draft_provider ON draft (provider);
CREATE INDEX draft_stage ON draft (stage);

-- What a draft held at each version: by these two people who write at once are told what the other one has changed.
CREATE TABLE draft_state (
    draft   uuid        NOT NULL REFERENCES draft ON DELETE CASCADE,
    version bigint      NOT NULL CHECK (version > 0),
    record  jsonb       NOT NULL CHECK (jsonb_typeof(record) = 'object'),
    account uuid        NOT NULL,
    made    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (draft, version)
);

-- Who did what with it, and why. Only ever added to; outlives the draft.
CREATE TABLE draft_step (
    number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draft    uuid        NOT NULL,
    practice text COLLATE "C",
    step     text        NOT NULL CHECK (step IN ('begin', 'submit', 'recall', 'take', 'return', 'publish', 'discard')),
    account  uuid        NOT NULL,
    -- for return the reasons, for publish what was changed and why; not public
    note     text        CHECK (btrim(note) <> '' AND length(note) <= 2000),
    made     timestamptz NOT NULL DEFAULT now(),
    CHECK (step <> 'return' OR note IS NOT NULL)
);
CREATE INDEX draft_step_draft ON draft_step (draft);

CREATE FUNCTION keep_draft_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- a restore clears all tables before it fills them, also those that are empty
    IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT FROM draft_step) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'the steps of a draft are only ever added to' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER draft_step_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_step
    FOR EACH STATEMENT EXECUTE FUNCTION keep_draft_steps();
