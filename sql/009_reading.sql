-- What P2 reads of a title that it keeps: acts, figures, wording, theater, type, kind, and the version of what read it; see lib/reading/stored.ts.
alter table titles add column reading jsonb;                     -- null: not read, or to be read anew; food of filter where the title is kept
create index titles_unread on titles (title_id) where status = 'gate_keep' and reading is null;
