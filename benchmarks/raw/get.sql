\set n 2 * random(1, :rows / 2)
select _id,_version,_type,_state,_company,_department,_owner,_created_at,_created_by,_updated_at,_updated_by,name,code,amount,quantity,region,status,due,note,phone,score,active,area from app_bench.deal where _id = ('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid and _deleted_at is null and _company = ':company'::uuid;
