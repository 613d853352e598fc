alter table nothing add column day date;
