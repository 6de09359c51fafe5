-- Later families in which one goes on, which its page shows: found without a look at all.
create index event_families_continues on event_families (continues) where continues is not null;
