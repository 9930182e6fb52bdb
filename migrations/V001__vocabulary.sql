-- Closed lists with labels per edition: a criterion keeps its id while name and order change from edition to edition,
-- and old links and records stay readable. The first values come with V002.

CREATE TABLE vocabulary (
    id       text PRIMARY KEY CHECK (id ~ '^[a-z][a-z_]{1,29}$'),
    evidence text NOT NULL CHECK (evidence IN ('sourced', 'partly_sourced', 'proposed')),
    source   text CHECK (source <> ''),
    note     text CHECK (note <> '')
);

CREATE TABLE edition (
    vocabulary text    NOT NULL REFERENCES vocabulary,
    id         text    NOT NULL CHECK (id ~ '^[a-z0-9-]{1,30}$'),
    is_current boolean NOT NULL,
    PRIMARY KEY (vocabulary, id)
);
CREATE UNIQUE INDEX edition_current ON edition (vocabulary) WHERE is_current;

CREATE TABLE term (
    vocabulary text NOT NULL REFERENCES vocabulary,
    id         text NOT NULL CHECK (id ~ '^[A-Za-z0-9-]{1,60}$'),
    source     text CHECK (source <> ''),
    PRIMARY KEY (vocabulary, id)
);

CREATE TABLE term_label (
    vocabulary text     NOT NULL,
    edition    text     NOT NULL,
    term       text     NOT NULL,
    position   smallint NOT NULL CHECK (position > 0),
    german     text     NOT NULL CHECK (german <> '' AND german = btrim(german)),
    english    text     NOT NULL CHECK (english <> '' AND english = btrim(english)),
    PRIMARY KEY (vocabulary, edition, term),
    UNIQUE (vocabulary, edition, position),
    FOREIGN KEY (vocabulary, edition) REFERENCES edition,
    FOREIGN KEY (vocabulary, term) REFERENCES term
);

-- What only criteria have: the three basic ones, and a ladder of levels whose titles are known in part.
CREATE TABLE criterion (
    id         text    PRIMARY KEY,
    vocabulary text    NOT NULL GENERATED ALWAYS AS ('criterion') STORED,
    is_basic   boolean NOT NULL,
    page       text    CHECK (page ~ '^https?://'),
    FOREIGN KEY (vocabulary, id) REFERENCES term
);

CREATE TABLE criterion_level (
    criterion text     NOT NULL REFERENCES criterion,
    level     smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
    title     text     CHECK (title <> ''),
    source    text     CHECK (source <> ''),
    PRIMARY KEY (criterion, level)
);

-- What only states have: the last part of their page's address.
CREATE TABLE state (
    id         text PRIMARY KEY CHECK (id ~ '^DE-[A-Z]{2}$'),
    vocabulary text NOT NULL GENERATED ALWAYS AS ('state') STORED,
    path       text NOT NULL UNIQUE CHECK (path ~ '^[a-z-]+$'),
    FOREIGN KEY (vocabulary, id) REFERENCES term
);
