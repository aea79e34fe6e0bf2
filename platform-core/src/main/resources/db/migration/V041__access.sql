-- Named members of permission groups: data, kept beside the documents of roles/.
create table role_member (
    app    text not null,
    role   text not null,
    kind   text not null check (kind in ('person', 'unit', 'position', 'role')),
    member text not null,
    primary key (app, role, kind, member)
);

-- Access by participation: whoever is named here sees the one record (level 1) or may change it (2).
create table record_grant (
    app        text        not null,
    table_key  text        not null,
    record     uuid        not null,
    principal  uuid        not null,
    level      smallint    not null check (level in (1, 2)),
    reason     text        not null,
    granted_at timestamptz not null default now(),
    primary key (record, principal, reason)
);
create index record_grant_principal on record_grant (principal, record) include (level);
