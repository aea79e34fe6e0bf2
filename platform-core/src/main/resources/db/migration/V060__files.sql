-- Uploaded files. One belongs to its uploader until it is attached to a record; from then on it is
-- as readable as the field it stands in.
create table file (
    id          uuid primary key,
    name        text        not null,
    media_type  text        not null,
    size        bigint      not null,
    uploaded_by uuid        not null,
    uploaded_at timestamptz not null default now(),
    app         text,
    table_key   text,
    record      uuid,
    field       text
);
create index file_record on file (record) where record is not null;

create table file_chunk (
    file   uuid    not null references file on delete cascade,
    number integer not null,
    bytes  bytea   not null,
    primary key (file, number)
);
-- most files are compressed already
alter table file_chunk alter column bytes set storage external;
