-- Keys with which programs do what somebody may do. Only a hash is kept: who reads this table gets in nowhere.
CREATE TABLE access_token (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash        bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    account     uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    -- what its holder calls it: "reindex every night"
    label       text        NOT NULL CHECK (label = btrim(label) AND length(label) BETWEEN 1 AND 100),
    permissions text[]      NOT NULL
        CHECK (cardinality(permissions) > 0 AND permissions <@ ARRAY['index', 'accounts', 'audit', 'import']),
    made        timestamptz NOT NULL DEFAULT now(),
    -- the last day; null: never
    used        date,
    ends        timestamptz NOT NULL CHECK (ends > made)
);
CREATE INDEX access_token_account ON access_token (account);

-- The token with which it was done; null: without one. It stays when the token is gone.
ALTER TABLE audit_entry ADD COLUMN token bigint;
