-- The sixteen state offices and the municipalities of the Partnerprozess, as far as public sources name them.

CREATE TABLE office (
    state      text     PRIMARY KEY REFERENCES state,
    host       text     NOT NULL CHECK (host <> ''),
    city       text     CHECK (city <> ''),
    since      smallint CHECK (since BETWEEN 1990 AND 2100),
    url        text     NOT NULL CHECK (url ~ '^https?://'),
    note       text     CHECK (note <> ''),
    source     text     CHECK (source <> '')
);

CREATE TABLE municipality (
    id         text     PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{2,60}$'),
    name       text     NOT NULL CHECK (name <> ''),
    kind       text     NOT NULL CHECK (kind ~ '^[a-z-]+$'),
    state      text     NOT NULL REFERENCES state,
    joined     smallint CHECK (joined BETWEEN 2011 AND 2100),
    focus      text[]   NOT NULL CHECK (array_position(focus, NULL) IS NULL),
    source     text     NOT NULL CHECK (source <> '')
);
CREATE INDEX municipality_state ON municipality (state);
