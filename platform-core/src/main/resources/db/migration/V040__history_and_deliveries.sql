-- History of every record, field by field. Rows are only ever added.
create table history (
    id        bigint generated always as identity primary key,
    app       text        not null,
    table_key text        not null,
    record    uuid        not null,
    version   integer     not null,
    kind      text        not null,
    changes   jsonb       not null,
    actor     uuid,
    cause     text        not null,
    reference text,
    depth     integer     not null default 0,
    at        timestamptz not null
);
create index history_record on history (record, id desc);

-- What is still to be told to whom: a row per event and subscriber, gone once it is told.
create table delivery (
    subscriber text        not null,
    event      bigint      not null,
    record     uuid        not null,
    attempts   integer     not null default 0,
    due_at     timestamptz not null default now(),
    dead_at    timestamptz,
    fault      text,
    primary key (subscriber, event)
);
create index delivery_record on delivery (subscriber, record, event) where dead_at is null;
