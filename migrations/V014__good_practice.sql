-- How a published practice becomes a Good Practice example, and what its description says in the end.

CREATE TABLE assessment (
    id       uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    -- no foreign key: an assessment outlives what it was about
    practice text COLLATE "C" NOT NULL CHECK (practice ~ '^[a-z0-9-]{3,120}$'),
    stage    text        NOT NULL DEFAULT 'checklist'
                         CHECK (stage IN ('checklist', 'interview', 'description', 'review', 'published', 'declined')),
    -- texts by the name of the question; a question without an answer is not in it
    answers  jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(answers) = 'object'),
    -- in which it was published as an example
    year     integer     CHECK (year BETWEEN 1990 AND 2100),
    -- one more with each change, by which a form knows whether it is still about the same state
    version  bigint      NOT NULL DEFAULT 1 CHECK (version > 0),
    made     timestamptz NOT NULL DEFAULT now(),
    changed  timestamptz NOT NULL DEFAULT now(),
    CHECK ((stage = 'published') = (year IS NOT NULL))
);
-- at most one under way; those that ended stay
CREATE UNIQUE INDEX assessment_open ON assessment (practice) WHERE stage NOT IN ('published', 'declined');
CREATE INDEX assessment_published ON assessment (practice, changed) WHERE stage = 'published';

-- What it held at each version and who made it that; of whom nobody may be the second pair of eyes.
CREATE TABLE assessment_state (
    assessment uuid        NOT NULL REFERENCES assessment ON DELETE CASCADE,
    version    bigint      NOT NULL CHECK (version > 0),
    answers    jsonb       NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
    -- no foreign key: an account can be erased, and what was written with it stays
    account    uuid        NOT NULL,
    made       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (assessment, version)
);

-- Who took which step, and why. Only ever added to.
CREATE TABLE assessment_step (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    assessment uuid        NOT NULL,
    step       text        NOT NULL CHECK (step IN ('propose', 'advance', 'back', 'publish', 'decline')),
    account    uuid        NOT NULL,
    -- not public
    note       text        CHECK (btrim(note) <> '' AND length(note) <= 2000),
    made       timestamptz NOT NULL DEFAULT now(),
    CHECK (step NOT IN ('propose', 'back', 'decline') OR note IS NOT NULL)
);
CREATE INDEX assessment_step_assessment ON assessment_step (assessment);

CREATE FUNCTION keep_assessment_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- a restore clears all tables before it fills them, also those that are empty
    IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT FROM assessment_step) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'the steps of an assessment are only ever added to' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER assessment_step_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_step
    FOR EACH STATEMENT EXECUTE FUNCTION keep_assessment_steps();
