-- Who does what: identities with roles and tokens, the author of what is recorded, and a log that is chained with a key which
-- the database does not hold.

create table identity (
    name     text collate "C" primary key check (name ~ '^[a-z][a-z0-9._-]{1,31}$'),
    display  text not null check (length(display) between 1 and 100),
    roles    text[] not null check (roles <@ array['finance', 'approver', 'billing', 'account_manager', 'auditor', 'administrator']),
    password text not null check (password like '$argon2id$%'),
    made     timestamptz not null default now(),
    disabled timestamptz
);

-- hash: SHA-256 of a token of 256 random bits, which itself is kept nowhere.
create table identity_token (
    id        bigint generated always as identity primary key,
    name      text collate "C" not null references identity,
    label     text not null check (length(label) between 1 and 100),
    hash      text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    made      timestamptz not null default now(),
    expires   timestamptz not null check (expires > made),
    revoked   timestamptz,
    last_used timestamptz
);

-- Whether every command needs a token; the last row counts.
create table identity_rule (
    id       bigint generated always as identity primary key,
    required boolean not null,
    set_at   timestamptz not null default now()
);

-- hash: HMAC-SHA-256 over the other columns, by the key of which key_id is the name.
create table audit_entry (
    seq      bigint primary key check (seq > 0),
    at       timestamptz not null,
    actor    text not null check (actor <> ''),
    action   text not null check (action ~ '^[a-z_]+[.][a-z_]+$'),
    subject  text not null,
    detail   text not null,
    key_id   text not null check (key_id ~ '^[0-9a-f]{16}$'),
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash     text not null check (hash ~ '^[0-9a-f]{64}$')
);

create trigger only_added before update or delete or truncate on audit_entry for each statement execute function refuse_change();
create trigger only_added before update or delete or truncate on identity_rule for each statement execute function refuse_change();
create trigger kept_for_good before delete or truncate on identity for each statement execute function refuse_deleted();
create trigger kept_for_good before delete or truncate on identity_token for each statement execute function refuse_deleted();

-- The author is who acts on the connection; null: before identities. audit_seq and audit_hash: the last entry of the log when the
-- run was opened, and then when it was closed, so that a log that is cut off is found.
alter table recording add column author text;
alter table run add column author text, add column audit_seq bigint, add column audit_hash text,
    add constraint run_audit check ((audit_seq is null) = (audit_hash is null));
alter table cancellation add column author text;

do $$
declare
    authored text;
begin
    foreach authored in array array['recording', 'run', 'cancellation'] loop
        execute format('alter table %I alter column author set default nullif(current_setting(''prorata.author'', true), '''')', authored);
    end loop;
end $$;
