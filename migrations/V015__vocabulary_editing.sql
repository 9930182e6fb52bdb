-- Lists are edited while servers run. Each change counts its list on, by which servers notice it and a form knows whether
-- it is still about the same state; nothing that a term was ever called is lost.

-- Since when nobody is to choose it any more; null: anybody may. Practices that carry it keep it.
ALTER TABLE term ADD COLUMN retired date;

-- Checked at the end of a statement, so that terms can be moved down to make room.
ALTER TABLE term_label
    DROP CONSTRAINT term_label_vocabulary_edition_position_key,
    ADD CONSTRAINT term_label_position UNIQUE (vocabulary, edition, position) DEFERRABLE;

-- What terms were called: files with an old label can be read, and old revisions say what was said then.
CREATE TABLE former_label (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vocabulary text        NOT NULL REFERENCES vocabulary,
    -- id of the term at that time, by now perhaps an alias of another one
    name       text        NOT NULL CHECK (name ~ '^[A-Za-z0-9-]{1,60}$'),
    german     text        NOT NULL,
    english    text        NOT NULL,
    until      timestamptz NOT NULL DEFAULT now()
);

-- Not content: no backup has it. The mark differs in each database, also where both count the same.
CREATE TABLE vocabulary_state (
    vocabulary text   PRIMARY KEY,
    number     bigint NOT NULL CHECK (number > 0),
    mark       uuid   NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO vocabulary_state (vocabulary, number)
    SELECT id, 1 FROM vocabulary;

CREATE FUNCTION count_vocabulary_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO vocabulary_state AS state (vocabulary, number)
    VALUES (coalesce(NEW.vocabulary, OLD.vocabulary), 1)
        ON CONFLICT (vocabulary) DO UPDATE SET number = state.number + 1, mark = gen_random_uuid();
    -- the channel of whoever follows the change log
    PERFORM pg_notify('change_log', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER term_change_counts AFTER INSERT OR UPDATE OR DELETE ON term
    FOR EACH ROW EXECUTE FUNCTION count_vocabulary_change();
CREATE TRIGGER term_label_change_counts AFTER INSERT OR UPDATE OR DELETE ON term_label
    FOR EACH ROW EXECUTE FUNCTION count_vocabulary_change();
CREATE TRIGGER term_alias_change_counts AFTER INSERT OR UPDATE OR DELETE ON term_alias
    FOR EACH ROW EXECUTE FUNCTION count_vocabulary_change();
CREATE TRIGGER former_label_change_counts AFTER INSERT OR UPDATE OR DELETE ON former_label
    FOR EACH ROW EXECUTE FUNCTION count_vocabulary_change();

-- Labels stand in the search index: who carries the term is taken over again.
CREATE FUNCTION log_carriers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change_log (practice, version)
    SELECT id, version
      FROM practice
     WHERE (NEW.vocabulary = 'type' AND type = NEW.term)
        OR id IN (SELECT practice FROM practice_term WHERE vocabulary = NEW.vocabulary AND term = NEW.term)
        OR (NEW.vocabulary = 'criterion'
            AND id IN (SELECT practice FROM practice_criterion WHERE criterion = NEW.term));
    RETURN NULL;
END
$$;
CREATE TRIGGER label_is_indexed_anew AFTER UPDATE OF german, english ON term_label
    FOR EACH ROW WHEN ((OLD.german, OLD.english) IS DISTINCT FROM (NEW.german, NEW.english))
    EXECUTE FUNCTION log_carriers();

-- Working copies and revisions keep the names that terms had when they were written; these read them with today's.
CREATE FUNCTION current_term(list text, name text) RETURNS text STABLE LANGUAGE sql AS $$
    SELECT coalesce((SELECT term FROM term_alias WHERE vocabulary = list AND alias = lower(name)), name)
$$;

-- Each once, in the place where it came first; what is no list stays as it is.
CREATE FUNCTION current_terms(list text, names jsonb) RETURNS jsonb STABLE LANGUAGE sql AS $$
    SELECT CASE WHEN jsonb_typeof(names) = 'array' THEN (
           SELECT coalesce(jsonb_agg(name ORDER BY place), '[]')
             FROM (SELECT current_term(list, given.name) AS name, min(given.place) AS place
                     FROM jsonb_array_elements_text(names) WITH ORDINALITY AS given (name, place)
                    GROUP BY 1) AS each)
           ELSE names END
$$;

CREATE FUNCTION current_record(record jsonb) RETURNS jsonb STABLE LANGUAGE sql AS $$
    SELECT record || jsonb_strip_nulls(jsonb_build_object(
               'type', current_term('type', record ->> 'type'),
               'topic_areas', current_terms('topic', record -> 'topic_areas'),
               'fields_of_action', current_terms('field', record -> 'fields_of_action'),
               'target_groups', current_terms('target_group', record -> 'target_groups'),
               'age_groups', current_terms('age_group', record -> 'age_groups'),
               'settings', current_terms('setting', record -> 'settings')))
$$;
