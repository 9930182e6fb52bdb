-- The practices themselves. The database refuses what makes no sense before any program has to.

CREATE TABLE provider (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text   NOT NULL UNIQUE CHECK (btrim(name) <> '' AND length(name) <= 300)
);

CREATE TABLE practice (
    id                 text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{3,120}$'),
    status             text        NOT NULL DEFAULT 'published' CHECK (status IN ('published', 'withdrawn')),
    withdrawn_on       date,
    type               text        NOT NULL,
    type_vocabulary    text        NOT NULL GENERATED ALWAYS AS ('type') STORED,
    title              text        NOT NULL CHECK (btrim(title) <> '' AND length(title) <= 300),
    summary            text        NOT NULL CHECK (btrim(summary) <> '' AND length(summary) <= 2000),
    description        text        CHECK (btrim(description) <> '' AND length(description) <= 50000),
    provider_id        bigint      REFERENCES provider,
    place              text        CHECK (btrim(place) <> '' AND length(place) <= 200),
    postal_code        text        CHECK (postal_code ~ '^[0-9]{5}$'),
    -- null: nobody has said; false: looked at and not one
    good_practice      boolean,
    good_practice_year smallint    CHECK (good_practice_year BETWEEN 1990 AND 2100),
    -- as precise as it is known: 2007, 2007-09 or 2007-09-01
    started            text COLLATE "C" CHECK (started ~ '^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
    ended              text COLLATE "C" CHECK (ended ~ '^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
    is_open_ended      boolean     NOT NULL DEFAULT false,
    website            text        CHECK (website ~ '^https?://' AND length(website) <= 2000),
    source_url         text        CHECK (source_url ~ '^https?://' AND length(source_url) <= 2000),
    origin             text,
    origin_vocabulary  text        NOT NULL GENERATED ALWAYS AS ('origin') STORED,
    confirmed          date,
    version            bigint      NOT NULL DEFAULT 1 CHECK (version > 0),
    created            timestamptz NOT NULL DEFAULT now(),
    updated            timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (type_vocabulary, type) REFERENCES term,
    FOREIGN KEY (origin_vocabulary, origin) REFERENCES term,
    CHECK ((status = 'withdrawn') = (withdrawn_on IS NOT NULL)),
    CHECK (good_practice_year IS NULL OR good_practice IS TRUE),
    CHECK (NOT (is_open_ended AND ended IS NOT NULL)),
    -- compared as far as both are known
    CHECK (left(ended, length(started)) >= left(started, length(ended))),
    CHECK (updated >= created)
);
CREATE INDEX practice_provider ON practice (provider_id);

CREATE TABLE practice_term (
    practice   text COLLATE "C" NOT NULL REFERENCES practice ON DELETE CASCADE,
    vocabulary text     NOT NULL CHECK (vocabulary IN ('topic', 'field', 'target_group', 'age_group', 'setting', 'state')),
    term       text     NOT NULL,
    position   smallint NOT NULL CHECK (position > 0),
    PRIMARY KEY (practice, vocabulary, term),
    FOREIGN KEY (vocabulary, term) REFERENCES term
);

CREATE TABLE practice_criterion (
    practice  text COLLATE "C" NOT NULL REFERENCES practice ON DELETE CASCADE,
    criterion text     NOT NULL REFERENCES criterion,
    position  smallint NOT NULL CHECK (position > 0),
    level     smallint CHECK (level BETWEEN 1 AND 5),
    note      text     CHECK (btrim(note) <> '' AND length(note) <= 5000),
    PRIMARY KEY (practice, criterion)
);
