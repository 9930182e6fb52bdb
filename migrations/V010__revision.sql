-- Every state that a practice ever had stays readable: which fields changed, when, and by what kind of hand. Each new
-- version of a practice is written down here in the transaction that makes it.

-- What stands in the tables as the record that import reads. A view and no function, so that a batch of practices is one
-- plan; import, editing, and the states that were there before this migration share it.
CREATE VIEW practice_record AS
    SELECT practice.id AS practice, version AS number, status, updated AS made,
           jsonb_strip_nulls(jsonb_build_object(
               'id', practice.id, 'type', type, 'title', title, 'summary', summary, 'description', description,
               'provider', provider.name, 'place', place, 'postal_code', postal_code,
               'states', coalesce(lists.states, '[]'),
               'topic_areas', coalesce(lists.topic_areas, '[]'),
               'fields_of_action', coalesce(lists.fields_of_action, '[]'),
               'target_groups', coalesce(lists.target_groups, '[]'),
               'age_groups', coalesce(lists.age_groups, '[]'),
               'settings', coalesce(lists.settings, '[]'),
               'criteria', coalesce(criteria.criteria, '[]'),
               'good_practice', good_practice, 'good_practice_year', good_practice_year,
               'start', started, 'end', CASE WHEN is_open_ended THEN 'open' ELSE ended END,
               'website', website, 'source_url', source_url, 'origin', origin, 'confirmed', confirmed)) AS record
      FROM practice
      LEFT JOIN provider ON provider.id = practice.provider_id
      LEFT JOIN LATERAL (
           SELECT jsonb_agg(term ORDER BY position) FILTER (WHERE vocabulary = 'state') AS states,
                  jsonb_agg(term ORDER BY position) FILTER (WHERE vocabulary = 'topic') AS topic_areas,
                  jsonb_agg(term ORDER BY position) FILTER (WHERE vocabulary = 'field') AS fields_of_action,
                  jsonb_agg(term ORDER BY position) FILTER (WHERE vocabulary = 'target_group') AS target_groups,
                  jsonb_agg(term ORDER BY position) FILTER (WHERE vocabulary = 'age_group') AS age_groups,
                  jsonb_agg(term ORDER BY position) FILTER (WHERE vocabulary = 'setting') AS settings
             FROM practice_term
            WHERE practice_term.practice = practice.id) AS lists ON true
      LEFT JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('id', criterion, 'level', level, 'note', note) ORDER BY position)
                      AS criteria
             FROM practice_criterion
            WHERE practice_criterion.practice = practice.id) AS criteria ON true;

CREATE TABLE revision (
    practice text COLLATE "C" NOT NULL REFERENCES practice,
    -- the practice's version in that state
    number   bigint      NOT NULL CHECK (number > 0),
    status   text        NOT NULL CHECK (status IN ('published', 'withdrawn')),
    record   jsonb       NOT NULL CHECK (record ->> 'id' = practice),
    made     timestamptz NOT NULL,
    made_by  text        NOT NULL CHECK (made_by IN ('person', 'import', 'command', 'confirmation', 'begin')),
    -- no foreign key: an account can be erased, and its revisions stay. Null: nobody signed in, or erased
    account  uuid,
    -- what was changed and why; not public
    note     text        CHECK (btrim(note) <> '' AND length(note) <= 2000),
    PRIMARY KEY (practice, number)
);

-- What was there before has one revision: how it stands now.
INSERT INTO revision (practice, number, status, record, made, made_by)
    SELECT practice, number, status, record, made, 'begin'
      FROM practice_record;

CREATE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.account IS NULL AND to_jsonb(NEW) - 'account' = to_jsonb(OLD) - 'account' THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'TRUNCATE' THEN
        -- a restore clears all tables before it fills them, also those that are empty
        IF NOT EXISTS (SELECT FROM revision) THEN
            RETURN NULL;
        END IF;
    END IF;
    RAISE EXCEPTION 'revisions are kept as they are; only their account can be erased' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER revision_stays BEFORE UPDATE OR DELETE ON revision
    FOR EACH ROW EXECUTE FUNCTION keep_revisions();
CREATE TRIGGER revisions_stay BEFORE TRUNCATE ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions();

-- Whoever changes a practice writes its revision too; looked at when the transaction ends, as the revision comes last.
CREATE FUNCTION demand_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM revision WHERE practice = NEW.id AND number = NEW.version) THEN
        RAISE EXCEPTION 'version % of practice % has no revision', NEW.version, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER practice_has_revision AFTER INSERT OR UPDATE OF version, status ON practice
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION demand_revision();
