-- Who an identity provider (OpenID Connect) says somebody is. Once it is kept here only this counts, not the email address.
CREATE TABLE identity (
    issuer  text        NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    -- the issuer's own name for the person, which never becomes anybody else's
    subject text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    account uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    linked  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject),
    -- else whoever gets the same email address later would be let in, too
    UNIQUE (account, issuer)
);

-- Whom an identity provider has named and who still has to type the code of their second factor. Only a hash of the token
-- is kept; what the provider said is linked with the account when the code is right, and not before.
CREATE TABLE awaited_code (
    hash    bytea       PRIMARY KEY CHECK (length(hash) = 32),
    account uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    issuer  text        NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    subject text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    ends    timestamptz NOT NULL
);
CREATE INDEX awaited_code_account ON awaited_code (account);
