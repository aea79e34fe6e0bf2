-- An app. Its key names its PostgreSQL schema too and is therefore never given twice, not even after the bin.
create table app (
    key              text        primary key,
    label            jsonb       not null,
    icon             text,
    company          uuid,
    creator          uuid        not null,
    version          bigint      not null default 0,
    template         text,
    template_version text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz
);

-- Contents are kept once, whoever uses them, and never change: their hash is their name.
-- The bytes are the truth; the jsonb copy serves search only, since it reorders members and rewrites numbers.
create table document_content (
    hash  text  primary key,
    bytes bytea not null,
    json  jsonb
);

create table app_version (
    app        text        not null references app,
    number     bigint      not null,
    note       text        not null default '',
    created_at timestamptz not null,
    created_by uuid        not null,
    primary key (app, number)
);

create table app_version_document (
    app    text   not null,
    number bigint not null,
    path   text   not null,
    hash   text   not null references document_content,
    primary key (app, number, path),
    foreign key (app, number) references app_version
);

-- A change set holds only what differs from the published version.
create table change_set (
    app        text        not null references app,
    name       text        not null,
    revision   bigint      not null default 0,
    updated_at timestamptz not null,
    updated_by uuid        not null,
    primary key (app, name)
);

create table change_set_document (
    app          text   not null,
    change_set   text   not null,
    path         text   not null,
    hash         text   references document_content,
    base_hash    text   references document_content,
    base_version bigint not null,
    primary key (app, change_set, path),
    foreign key (app, change_set) references change_set on delete cascade
);
comment on column change_set_document.hash is 'null: the document is taken away';
comment on column change_set_document.base_hash is 'what the edit started from; null: there was no such document';

-- What the template brought at installation or at the last upgrade: the base of the next one.
create table app_template_document (
    app  text not null references app,
    path text not null,
    hash text not null references document_content,
    primary key (app, path)
);

-- The app behind an alias out of "requires"; without a row it is the app whose key the alias' document names.
create table app_binding (
    app    text not null references app,
    alias  text not null,
    target text not null references app,
    primary key (app, alias)
);
