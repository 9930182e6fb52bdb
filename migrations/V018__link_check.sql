-- What came of the last look at the website of a practice, where the operator has them looked at.
CREATE TABLE link_check (
    practice     text COLLATE "C" PRIMARY KEY REFERENCES practice ON DELETE CASCADE,
    -- of which that holds; the practice may have another one by now
    url          text        NOT NULL,
    checked      timestamptz NOT NULL,
    -- null: the look has begun
    outcome      text        CHECK (outcome ~ '^[a-z_]+$'),
    -- of HTTP; null: no answer
    status       smallint,
    -- where it has moved to for good; null: nowhere
    moved        text,
    -- looks in a row that failed
    failures     integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    first_failed timestamptz,
    CHECK ((failures > 0) = (first_failed IS NOT NULL))
);
