-- Why a mark was taken back: who and when stand beside it since 013.
alter table marks add column undone_why text;
