-- Followers of the change log are woken when it grows, say how far they have come, and let what all have read be removed.

-- Told on commit, once for each transaction. A follower looks by itself now and then too: a notification that is lost
-- costs time, never a change.
CREATE FUNCTION tell_followers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('change_log', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER change_log_is_told AFTER INSERT ON change_log
    FOR EACH STATEMENT EXECUTE FUNCTION tell_followers();

-- Each running server has a row, for as long as it says that it is alive. Where its index stands is written in the
-- index; this copy may be behind that, never ahead of it.
CREATE TABLE follower (
    id          uuid        PRIMARY KEY,
    generation  text        NOT NULL,
    transaction xid8        NOT NULL,
    position    bigint      NOT NULL CHECK (position >= 0),
    seen        timestamptz NOT NULL DEFAULT now(),
    -- when it will have been seen again, if it is well
    alive_until timestamptz NOT NULL CHECK (alive_until > seen)
);

-- The last row that was removed from the log, written in the transaction that removes it. Who stands before it may have
-- missed something and must not go on from there.
CREATE TABLE change_log_pruned (
    is_only     boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    transaction xid8    NOT NULL,
    position    bigint  NOT NULL CHECK (position >= 0)
);
INSERT INTO change_log_pruned (transaction, position) VALUES ('0', 0);
