-- The one order of people's texts: digits, Latin letters, then pinyin. Columns and indexes carry it from their birth.
create collation public.tangram (provider = icu, locale = 'zh-u-co-pinyin-kr-latn-hani', deterministic = true);

-- Uniqueness over a time needs = on plain columns beside && on ranges.
create extension if not exists btree_gist with schema public;

-- Which table in the database belongs to which table of an app, and which column to which field.
-- The documents do not know it. What a design no longer names is retired, never dropped.
create table stored_table (
  app text not null,
  name text not null,
  table_key text not null,
  state text not null check (state in ('READY', 'RETIRED')),
  since bigint not null,
  until bigint,
  primary key (app, name)
);

create table stored_column (
  app text not null,
  table_name text not null,
  name text not null,
  field text not null,
  part text not null,
  type text not null,
  field_type text not null,
  state text not null check (state in ('READY', 'BUILDING', 'RETIRED')),
  marker text,
  old_value text,
  since bigint not null,
  until bigint,
  primary key (app, table_name, name),
  foreign key (app, table_name) references stored_table (app, name)
);

comment on column stored_column.since is 'first version of the app that has it';
comment on column stored_column.until is 'first version of the app without it';
comment on column stored_column.marker is
  'while BUILDING: column that is true in rows where this one counts, and not the old value';
comment on column stored_column.old_value is
  'while BUILDING: SQL for the old value converted, columns under the alias ~';
