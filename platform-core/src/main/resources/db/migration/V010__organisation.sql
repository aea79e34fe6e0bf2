-- Who belongs to the organisation and where. Nothing is ever deleted here: history names people and
-- units for ever, so they are only closed.
create table organisation (
  one boolean primary key default true check (one),
  zone text not null default 'Asia/Shanghai',
  locale text not null default 'zh-CN'
);
insert into organisation default values;

create table person (
  id uuid primary key,
  username text not null,
  name text not null,
  -- what a search looks in: name, username and the name's pinyin, in lower case
  search text not null,
  locale text,
  active boolean not null default true,
  created_at timestamptz not null default now()
);
create unique index person_username on person (lower(username));

create table org_unit (
  id uuid primary key,
  parent uuid references org_unit,
  kind text not null check (kind in ('group', 'company', 'department', 'site')),
  name text not null,
  -- a head who need not have a post there; without one the leader's post counts
  head uuid references person,
  position int not null default 0,
  closed_at timestamptz,
  created_at timestamptz not null default now()
);
create index org_unit_parent on org_unit (parent);
-- one organisation has one root
create unique index org_unit_root on org_unit ((true)) where parent is null and closed_at is null;

create table post (
  id uuid primary key,
  person uuid not null references person,
  unit uuid not null references org_unit,
  position text not null default '',
  leader boolean not null default false,
  -- both days belong to the time
  valid_from date,
  valid_until date,
  created_at timestamptz not null default now(),
  check (valid_until >= valid_from)
);
create index post_person on post (person);
create index post_unit on post (unit);
create index post_position on post (position);

create table org_role (
  id uuid primary key,
  key text not null unique,
  name text not null,
  created_at timestamptz not null default now()
);

create table org_role_member (
  role uuid not null references org_role on delete cascade,
  person uuid not null references person,
  primary key (role, person)
);
create index org_role_member_person on org_role_member (person);

-- Administers the unit and all below it; the root unit is the whole organisation.
create table administrator (
  person uuid not null references person,
  unit uuid not null references org_unit,
  primary key (person, unit)
);
