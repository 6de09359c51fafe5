-- What "sni audit --fix" took out, the word of an operator on an error, and the closing of a discrepancy are corrections too: what was before
-- stands beside them, so that "sni undo" can give it back.
alter table taken_out
  add column before      jsonb,                  -- the texts of the row as they were, or the whole narrative where it went
  add column after       jsonb,                  -- the same as they were left; null where it went
  add column put_back_at timestamptz,
  add column put_back_by text;
alter table operator_log
  add column before    jsonb,                    -- of a class: the signature, the class said, and what was known of it before
  add column undone_at timestamptz;
