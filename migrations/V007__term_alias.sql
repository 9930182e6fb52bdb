-- Other names of terms, so that an address with a name that is no longer, or never was, the term's own works for ever.
-- Addresses are read with any of them and printed with the term's own. Written in lower case, read in any.

CREATE TABLE term_alias (
    vocabulary text NOT NULL,
    alias      text NOT NULL CHECK (alias ~ '^[a-z0-9-]{1,60}$'),
    term       text NOT NULL,
    PRIMARY KEY (vocabulary, alias),
    FOREIGN KEY (vocabulary, term) REFERENCES term
);

-- A name stands for one term only: no alias is a term, and no term is an alias.
CREATE FUNCTION refuse_alias_of_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM term WHERE vocabulary = NEW.vocabulary AND lower(id) = NEW.alias) THEN
        RAISE EXCEPTION 'alias % of % is a term', NEW.alias, NEW.vocabulary USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER term_alias_is_no_term BEFORE INSERT OR UPDATE ON term_alias
    FOR EACH ROW EXECUTE FUNCTION refuse_alias_of_term();

CREATE FUNCTION refuse_term_of_alias() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM term_alias WHERE vocabulary = NEW.vocabulary AND alias = lower(NEW.id)) THEN
        RAISE EXCEPTION 'term % of % is an alias', NEW.id, NEW.vocabulary USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER term_is_no_alias BEFORE INSERT OR UPDATE ON term
    FOR EACH ROW EXECUTE FUNCTION refuse_term_of_alias();

-- States: what stands behind DE-, and the name of the state's page.
INSERT INTO term_alias (vocabulary, alias, term)
    SELECT 'state', lower(substr(id, 4)), id FROM state
    UNION
    SELECT 'state', path, id FROM state;

-- Names that the terms have in other editions.
INSERT INTO term_alias (vocabulary, alias, term) VALUES
    ('criterion', 'integriertes-handlungskonzept-vernetzung', 'integriertes-handeln'),
    ('criterion', 'kosten-wirksamkeits-verhaeltnis', 'belege-fuer-wirkungen-und-kosten'),
    ('topic', 'erwerbslose', 'arbeitslose');
