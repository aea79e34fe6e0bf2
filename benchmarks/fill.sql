insert into app_bench.deal (_id, _version, _company, _owner, _created_at, _updated_at, _created_by, _updated_by,
  name, code, amount, quantity, region, status, due, note, phone, score, active, area)
select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1,
  case when n % 2 = 0 then ':company'::uuid else '00000000-0000-0000-0000-000000000001'::uuid end,
  '00000000-0000-0000-0000-000000000002'::uuid, now() - n * interval '1 second', now(), ':person'::uuid, ':person'::uuid,
  '客户 ' || n, 'C-' || n, (n::bigint * 7919 % 1000000) / 100.0, n % 100, 'r' || (n / 2 % 8), 's' || (n / 16 % 5),
  date '2026-01-01' + (n % 365)::int, '第 ' || n || ' 条', '138' || lpad((n % 100000000)::text, 8, '0'), n % 10, n % 3 = 0,
  (array['华东', '华南', '华北', '西南'])[1 + n % 4]
from generate_series(1, :rows) n;
create index if not exists bench_page on app_bench.deal (region, status, amount desc nulls last, _id desc) where _deleted_at is null;
create table if not exists floor_history (id bigint generated always as identity primary key, record uuid, kind text, changes jsonb, at timestamptz);
vacuum analyze app_bench.deal;
