-- What others can learn from a Good Practice example belongs to its record: so it is searched, exported and kept in every
-- revision like all else. Null: it is no example, or nothing is published of it.

-- One value, as the record format has it: {"background", "approach", "criteria": [{"id", "text"}], "lessons", "literature"}.
ALTER TABLE practice
    ADD COLUMN good_practice_description jsonb,
    ADD CONSTRAINT practice_described_example CHECK (good_practice_description IS NULL
        OR (good_practice IS TRUE AND coalesce(jsonb_typeof(good_practice_description -> 'criteria'), '') = 'array'));

CREATE OR REPLACE VIEW practice_record AS
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
               'good_practice_description', good_practice_description,
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

-- What has been published by an assessment so far stood there alone; it becomes part of the practice, by a new version.
UPDATE practice
   SET good_practice_description = published.description, version = version + 1, updated = now()
  FROM (SELECT DISTINCT ON (assessment.practice) assessment.practice,
               jsonb_strip_nulls(jsonb_build_object(
                   'background', answers ->> 'background',
                   'approach', answers ->> 'approach',
                   'criteria', coalesce(
                       (SELECT jsonb_agg(
                                   jsonb_build_object('id', term, 'text', answers ->> ('depth.' || term)) ORDER BY position)
                          FROM term_label
                          JOIN edition ON edition.vocabulary = term_label.vocabulary AND edition.id = term_label.edition
                         WHERE term_label.vocabulary = 'criterion'
                           AND is_current
                           AND answers ->> ('depth.' || term) IS NOT NULL), '[]'),
                   'lessons', answers ->> 'lessons',
                   'literature', answers ->> 'literature')) AS description
          FROM assessment
         WHERE stage = 'published'
         ORDER BY assessment.practice, changed DESC) AS published
 WHERE practice.id = published.practice
   AND good_practice;
INSERT INTO change_log (practice, version)
    SELECT id, version FROM practice WHERE good_practice_description IS NOT NULL;
INSERT INTO revision (practice, number, status, record, made, made_by)
    SELECT practice, number, status, record, made, 'command'
      FROM practice_record
     WHERE record ? 'good_practice_description';
