create type mood as enum ('calm', 'cross');
create table "Odd ""name"", with ../.. in it" (
    id       bigint generated always as identity (start with 7 increment by 3) primary key,
    "Text 1" text,
    twice    integer generated always as (half * 2) stored,
    half     integer,
    gone     integer,
    bytes    bytea,
    at       timestamptz,
    span     interval,
    numbers  numeric[],
    feeling  mood,
    ratio    double precision,
    doc      jsonb,
    parent   bigint references "Odd ""name"", with ../.. in it"
);
alter table "Odd ""name"", with ../.. in it" drop column gone;
create table hen (id integer primary key, egg integer not null);
create table egg (id integer primary key, hen integer not null references hen);
alter table hen add constraint hen_egg_fkey foreign key (egg) references egg deferrable initially deferred;
create table by_year (year integer not null, text text) partition by list (year);
create table by_year_1 partition of by_year for values in (2025);
create table by_year_2 partition of by_year for values in (2026);
create table told (id integer primary key);
create table echo (id integer);
create function repeat_it() returns trigger language plpgsql as $$ begin insert into echo values (new.id); return new; end $$;
create trigger echoes after insert on told for each row execute function repeat_it();
create function refuse_rows() returns trigger language plpgsql as $$ begin raise exception 'no rows of 13'; end $$;
create trigger unlucky before insert on told for each row when (new.id = 13) execute function refuse_rows();
create sequence fresh;
create view calm as select * from told;
