-- Whom to ask about a practice, and whether what it says still holds. A contact is personal data: it stands here and nowhere
-- else, neither in the record nor in its revisions, exports or the search index, and it ends by itself.

CREATE TABLE contact (
    practice   text COLLATE "C" PRIMARY KEY REFERENCES practice,
    name       text        NOT NULL CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    email      text        NOT NULL CHECK (email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND length(email) <= 254),
    phone      text        CHECK (phone = btrim(phone) AND length(phone) BETWEEN 1 AND 50),
    -- accounts without foreign keys: they can be erased
    entered    timestamptz NOT NULL DEFAULT now(),
    entered_by uuid        NOT NULL,
    -- since when, and by whose word, the person agrees to be shown to the public; null: not shown
    shown      timestamptz,
    shown_by   uuid,
    expires    timestamptz NOT NULL CHECK (expires > entered),
    CHECK ((shown IS NULL) = (shown_by IS NULL))
);
CREATE INDEX contact_email ON contact (email);
CREATE INDEX contact_expires ON contact (expires);

-- Letters that ask whether a practice still is as it says. Only a hash of the link is kept, and no address.
CREATE TABLE confirmation_letter (
    hash       bytea       PRIMARY KEY CHECK (length(hash) = 32),
    practice   text COLLATE "C" NOT NULL REFERENCES practice,
    -- else to the accounts of the provider
    to_contact boolean     NOT NULL,
    sent       timestamptz NOT NULL DEFAULT now(),
    ends       timestamptz NOT NULL CHECK (ends >= sent),
    answered   timestamptz,
    answer     text        CHECK (answer IN ('right', 'changed', 'ended')),
    CHECK ((answered IS NULL) = (answer IS NULL))
);
CREATE INDEX confirmation_letter_practice ON confirmation_letter (practice, sent);

-- Whoever is no longer the contact must not answer any more.
CREATE FUNCTION end_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE confirmation_letter
       SET ends = greatest(sent, now())
     WHERE practice = OLD.practice AND to_contact AND answered IS NULL AND ends > now();
    RETURN NULL;
END
$$;
CREATE TRIGGER contact_left AFTER DELETE ON contact
    FOR EACH ROW EXECUTE FUNCTION end_letters();
CREATE TRIGGER contact_changed AFTER UPDATE OF email ON contact
    FOR EACH ROW WHEN (OLD.email <> NEW.email) EXECUTE FUNCTION end_letters();

-- Whoever answers such a letter has no account, and may begin a working copy all the same.
ALTER TABLE draft ALTER author DROP NOT NULL;
ALTER TABLE draft_state ALTER account DROP NOT NULL;
ALTER TABLE draft_step ALTER account DROP NOT NULL;
ALTER TABLE draft_step DROP CONSTRAINT draft_step_step_check;
ALTER TABLE draft_step ADD CONSTRAINT draft_step_step_check
    CHECK (step IN ('begin', 'submit', 'recall', 'take', 'return', 'publish', 'discard', 'report'));
ALTER TABLE draft_step ADD CHECK (step <> 'report' OR note IS NOT NULL);
