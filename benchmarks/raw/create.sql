begin;
insert into app_bench.deal (_id, _version, _company, _owner, _created_at, _updated_at, _created_by, _updated_by, name, code, amount, quantity, region, status, due, note, phone, score, active, area) values (gen_random_uuid(), 1, ':company'::uuid, ':person'::uuid, now(), now(), ':person'::uuid, ':person'::uuid, '压测客户', 'C-1001', 12.50, 3, 'r1', 's1', date '2026-11-21', 'bench', '13800000000', 7, true, '华东');
insert into floor_history (record, kind, changes, at) values (gen_random_uuid(), 'created', '{"name":{"to":"压测客户"},"code":{"to":"C-1001"},"amount":{"to":"12.50"},"region":{"to":"r1"},"status":{"to":"s1"}}', now());
end;
