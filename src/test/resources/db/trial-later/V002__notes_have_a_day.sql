alter table note add column day date;
