-- Words of titles are indexed once they are decided about, which writes their row anew and all its index entries with it: P1 need not.
drop index titles_words;
create index titles_words on titles using gin (to_tsvector('simple', search_fold(title_norm))) where status <> 'pending';
