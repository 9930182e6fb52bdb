-- What is searched for and not found, so that editors learn which words and which practices are missing. People search for
-- names too: a row says nothing of who searched or when, and there is none before several visitors did.

CREATE TABLE fruitless_search (
    -- as searches compare: in lower case, one blank between words
    text  text COLLATE "C" NOT NULL CHECK (text <> '' AND length(text) <= 100),
    -- the first day of it
    month date    NOT NULL CHECK (extract(day FROM month) = 1),
    -- each visitor counts once; of what fewer searched nothing may be kept
    times integer NOT NULL CHECK (times >= 5),
    PRIMARY KEY (text, month)
);
