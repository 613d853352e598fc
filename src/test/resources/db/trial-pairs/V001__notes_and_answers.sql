create table note (id integer primary key, text text not null);
create table answer (id bigint generated always as identity primary key, note integer not null references note, text text);
