-- What followers (the search index) still have to read: one row per change, written in the transaction of the change.
-- Sequence numbers are no commit order. A reader therefore takes only rows of transactions older than every one that
-- still runs (transaction < pg_snapshot_xmin(pg_current_snapshot())), in the order (transaction, position): what
-- commits late has a higher transaction id than all that was read before, so nothing is ever skipped.

CREATE TABLE change_log (
    position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction xid8        NOT NULL DEFAULT pg_current_xact_id(),
    practice    text COLLATE "C" NOT NULL,
    version     bigint      NOT NULL CHECK (version > 0),
    changed     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX change_log_order ON change_log (transaction, position);
