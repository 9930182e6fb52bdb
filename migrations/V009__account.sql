-- People who enter, review and keep practices, and what they did. Public pages know nothing of all this.

CREATE TABLE account (
    id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    email         text        NOT NULL CHECK (email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND length(email) <= 254),
    name          text        NOT NULL CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    role          text        NOT NULL CHECK (role IN ('provider', 'office', 'editor', 'admin')),
    -- Argon2id in PHC form; null: invited, none chosen yet
    password      text        CHECK (password LIKE '$argon2id$%'),
    -- RFC 6238; null: none. The counter of the last code that was used keeps it from being used twice.
    totp_secret   bytea       CHECK (length(totp_secret) >= 20),
    totp_used     bigint,
    provider_id   bigint      REFERENCES provider,
    created       timestamptz NOT NULL DEFAULT now(),
    signed_in     timestamptz,
    -- null: may sign in
    closed        timestamptz,
    CHECK (role <> 'provider' OR provider_id IS NOT NULL),
    CHECK (role = 'provider' OR provider_id IS NULL)
);
CREATE UNIQUE INDEX account_email ON account (email);

-- The states that an office reviews for.
CREATE TABLE account_state (
    account uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    state   text NOT NULL REFERENCES state,
    PRIMARY KEY (account, state)
);

-- Who is signed in. Only a hash of the token is kept: who reads this table can sign in nowhere.
CREATE TABLE session (
    hash    bytea       PRIMARY KEY CHECK (length(hash) = 32),
    account uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    -- for the list of one's own sessions: "Firefox, Linux"
    device  text        NOT NULL CHECK (length(device) <= 100),
    begun   timestamptz NOT NULL DEFAULT now(),
    seen    timestamptz NOT NULL DEFAULT now(),
    ends    timestamptz NOT NULL CHECK (ends > begun)
);
CREATE INDEX session_account ON session (account);

-- Links sent by mail that let somebody choose a password, once.
CREATE TABLE password_link (
    hash    bytea       PRIMARY KEY CHECK (length(hash) = 32),
    account uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    made    timestamptz NOT NULL DEFAULT now(),
    ends    timestamptz NOT NULL CHECK (ends > made)
);
CREATE INDEX password_link_account ON password_link (account);

-- Who did what. Only ever added to; an account may be erased, what it did stays under its id.
CREATE TABLE audit_entry (
    number  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made    timestamptz NOT NULL DEFAULT now(),
    -- null: nobody is signed in, or a command
    account uuid,
    action  text        NOT NULL CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
    -- what it was done to: an account's id, a practice's, a term's; never a name or an address
    subject text        CHECK (length(subject) <= 200),
    detail  text        CHECK (length(detail) <= 1000),
    -- the network of the address, shortened so far that it is no single line: 192.0.2.0; null: a command
    origin  text        CHECK (length(origin) <= 50)
);
CREATE INDEX audit_entry_account ON audit_entry (account);

CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- a restore clears all tables before it fills them, also those that are empty
    IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT FROM audit_entry) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'the audit log is only ever added to' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();
