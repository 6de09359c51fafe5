-- Search, so that fifty readers of a million titles wait for none: what the planner has to know, and what led it astray.
-- A call folds a whole text by patterns: dearer than the planner's unit by far. It then asks the indexes first, also those of small tables.
alter function search_fold(text) cost 500;
create index actors_words on actors using gin (to_tsvector('simple', search_fold(name)));
-- titles_at knows the time of each title; by ranges of pages every title of them was folded again.
drop index titles_published;
