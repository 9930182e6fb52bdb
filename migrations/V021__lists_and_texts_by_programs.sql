-- Programs edit lists and texts, and read what found nothing and what waits; commands write texts, too.

ALTER TABLE access_token
    DROP CONSTRAINT access_token_permissions_check,
    ADD CONSTRAINT access_token_permissions_check
        CHECK (cardinality(permissions) > 0
           AND permissions <@ ARRAY['index', 'accounts', 'audit', 'import',
                                    'vocabularies', 'texts', 'fruitless', 'waiting']);

-- Null: a command wrote it.
ALTER TABLE site_text ALTER COLUMN account DROP NOT NULL;
