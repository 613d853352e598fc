-- Messages to workers, in the form that Spring Integration reads, and who works.

create sequence int_message_seq;

create table int_channel_message (
    message_id       char(36) not null,
    group_key        char(36) not null,
    created_date     bigint not null,
    message_priority bigint,
    message_sequence bigint not null default nextval('int_message_seq'),
    message_content  bytea,
    region           varchar(100) not null,
    primary key (region, group_key, created_date, message_sequence)
);
create index int_channel_message_by_id on int_channel_message (region, group_key, message_id);

create function int_channel_message_notify_fct() returns trigger language plpgsql as $$
begin
    perform pg_notify('int_channel_message_notify', new.region || ' ' || new.group_key);
    return new;
end $$;

create trigger int_channel_message_notify_trg after insert on int_channel_message
    for each row execute function int_channel_message_notify_fct();

-- touched: a worker that has not said for a while that it lives counts no more.
create table worker (
    id          uuid primary key,
    owner       text not null,
    book        text not null,
    calculation integer not null,
    threads     integer not null check (threads > 0),
    started     timestamptz not null default now(),
    touched     timestamptz not null default now()
);
