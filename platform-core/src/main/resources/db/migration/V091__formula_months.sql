-- Whole months between two days, as a spreadsheet counts them: age() counts the days differently at the
-- end of a month.

create function formula_months(a date, b date) returns int
  language sql immutable parallel safe
  return (extract(year from b) - extract(year from a))::int * 12 + (extract(month from b) - extract(month from a))::int
    - case when extract(day from b) < extract(day from a) then 1 else 0 end;

create or replace function formula_datedif(a date, b date, unit text) returns numeric
  language sql immutable parallel safe
  return case when a > b then null else case unit
    when 'd' then b - a
    when 'y' then formula_months(a, b) / 12
    when 'm' then formula_months(a, b)
    when 'ym' then mod(formula_months(a, b), 12)
    when 'yd' then b - (a + make_interval(months => formula_months(a, b) / 12 * 12))::date
    when 'md' then b - (a + make_interval(months => formula_months(a, b)))::date
  end end;
