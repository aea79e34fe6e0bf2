\set r random(0, 7)
\set s random(0, 4)
select _id,_version,_type,_state,_company,_department,_owner,_created_at,_created_by,_updated_at,_updated_by,name,code,amount,quantity,region,status,due,note,phone,score,active,area from app_bench.deal where region = 'r' || :r::text and status = 's' || :s::text and _deleted_at is null and _company = ':company'::uuid order by amount desc nulls last, _id desc limit 51;
