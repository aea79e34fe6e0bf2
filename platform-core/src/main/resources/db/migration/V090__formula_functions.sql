-- What formulas need of PostgreSQL beside its own functions, so that SQL gives the very digits that
-- Java and TypeScript give. All are immutable and none ever raises: what cannot be is null.

-- Days since the end of 1899, as a spreadsheet counts them; the 29 February 1900 that never was is day 60.
create function formula_serial(day date) returns numeric
  language sql immutable parallel safe
  return (day - case when day < date '1900-03-01' then date '1899-12-31' else date '1899-12-30' end)::numeric;

create function formula_serial(moment timestamptz) returns numeric
  language sql immutable parallel safe
  return formula_serial((moment at time zone 'UTC')::date)
    + round(
        trunc(extract(epoch from (moment at time zone 'UTC')::time) * 1000)
          * 1.00000000000000000000 / 86400000, 20);

create function formula_day(serial numeric) returns date
  language sql immutable parallel safe
  return case when serial >= 0 and serial < 2958466 then
    date '1899-12-30' + (floor(serial) + case when floor(serial) < 60 then 1 else 0 end)::int end;

create function formula_moment(serial numeric) returns timestamptz
  language sql immutable parallel safe
  return (formula_day(serial)::timestamp at time zone 'UTC')
    + round((serial - floor(serial)) * 86400000)::bigint * interval '1 millisecond';

-- The whole number with all its digits, another one with 15 of them.
create function formula_text(number numeric) returns text
  language sql immutable parallel safe
  return case
    when number is null then null
    when number = trunc(number) then trunc(number)::text
    else trim_scale(round(number, greatest(
      14 - case when abs(number) >= 1 then length(trunc(abs(number))::text) - 1
           else - length(substring(abs(number)::text from '^0\.(0*)')) - 1 end, 0)))::text
  end;

create function formula_weekday(day date, kind int) returns numeric
  language sql immutable parallel safe
  return case
    when kind = 3 then extract(isodow from day) - 1
    when kind in (1, 2) or kind between 11 and 17 then
      mod(extract(isodow from day)::int + 7 - case kind when 1 then 7 when 2 then 1 else kind - 10 end, 7) + 1
  end;

create function formula_datedif(a date, b date, unit text) returns numeric
  language sql immutable parallel safe
  return case when a > b then null else case unit
    when 'd' then b - a
    when 'y' then extract(year from age(b, a))
    when 'm' then extract(year from age(b, a)) * 12 + extract(month from age(b, a))
    when 'ym' then extract(month from age(b, a))
    when 'yd' then b - (a + make_interval(years => extract(year from age(b, a))::int))::date
    when 'md' then b - (a + make_interval(
      months => (extract(year from age(b, a)) * 12 + extract(month from age(b, a)))::int))::date
  end end;

-- A power with a whole exponent is multiplied out, any other has the 15 digits of floating point.
create function formula_power(base numeric, exponent numeric) returns numeric
  language plpgsql immutable parallel safe as $$
declare
  result numeric := 1;
  plain numeric := trim_scale(base);
begin
  if base is null or exponent is null or formula_power_error(base, exponent) is not null then
    return null;
  end if;
  if base = 0 then
    return 0;
  end if;
  if exponent = trunc(exponent) and abs(exponent) <= 1000
      and length(trim(leading '0' from replace(replace(abs(plain)::text, '.', ''), '-', ''))) * abs(exponent) <= 1000 then
    for i in 1 .. abs(exponent)::int loop
      result := result * plain;
    end loop;
    return case when exponent < 0 then round((1 + 0.00000000000000000000) / result, 20) else round(result, 100) end;
  end if;
  return (power(base::float8, exponent::float8))::numeric;
exception when numeric_value_out_of_range or invalid_argument_for_power_function or floating_point_exception then
  return null;
end $$;

create function formula_power_error(base numeric, exponent numeric) returns text
  language plpgsql immutable parallel safe as $$
begin
  if base = 0 then
    return case when exponent = 0 then '#NUM!' when exponent < 0 then '#DIV/0!' end;
  end if;
  if base < 0 and exponent <> trunc(exponent) then
    return '#NUM!';
  end if;
  if ln(abs(base::float8)) * exponent::float8 > 711.4 then
    return '#NUM!';
  end if;
  return null;
exception when numeric_value_out_of_range or floating_point_exception then
  return '#NUM!';
end $$;

-- A day or a moment written as text, as a number; null for any other text.
create function formula_moment_number(written text) returns numeric
  language plpgsql immutable parallel safe as $$
declare
  clock constant text := '(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(AM|PM)?)?(Z)?$';
  months constant text[] := array['jan','feb','mar','apr','may','jun','jul','aug','sep','oct','nov','dec'];
  p text[];
  day date;
  hour int;
begin
  if char_length(written) not between 6 and 40 then
    return null;
  end if;
  p := regexp_match(written, '^(\d{4})[-/](\d{1,2})[-/](\d{1,2})' || clock, 'i');
  if p is null then
    p := regexp_match(written, '^(\d{1,2})[-/](\d{1,2})[-/](\d{4})' || clock, 'i');
    if p is not null then
      p[1:3] := array[p[3], p[1], p[2]];
    end if;
  end if;
  if p is null then
    p := regexp_match(written, '^(\d{1,2})[- ]([a-z]{3,9})[- ,]+(\d{4})' || clock, 'i');
    if p is not null then
      p[1:3] := array[p[3], p[2], p[1]];
    end if;
  end if;
  if p is null then
    p := regexp_match(written, '^([a-z]{3,9})[- ](\d{1,2})[- ,]+(\d{4})' || clock, 'i');
    if p is not null then
      p[1:3] := array[p[3], p[1], p[2]];
    end if;
  end if;
  if p is null then
    return null;
  end if;
  if p[2] ~ '[a-zA-Z]' then
    p[2] := coalesce(array_position(months, lower(left(p[2], 3))), 0)::text;
  end if;
  day := make_date(p[1]::int, p[2]::int, p[3]::int);
  if p[4] is null then
    return formula_serial(day);
  end if;
  hour := case upper(p[7]) when 'PM' then mod(p[4]::int, 12) + 12 when 'AM' then mod(p[4]::int, 12) else p[4]::int end;
  if hour > 23 or p[5]::int > 59 or coalesce(p[6], '0')::int > 59 then
    return null;
  end if;
  return formula_serial(day)
    + round((hour * 3600 + p[5]::int * 60 + coalesce(p[6], '0')::int) * 1.00000000000000000000 / 86400, 20);
exception when datetime_field_overflow or numeric_value_out_of_range then
  return null;
end $$;

-- A number written as text: blanks around, thousands in groups, a percent sign, a day.
create function formula_number(written text) returns numeric
  language sql immutable parallel safe
  return case
    when btrim(written, E' \t\n\r') ~ '^[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,3})?$'
      then case when btrim(written, E' \t\n\r') ~ '[eE][+-]?\d{3}$' then
        case when abs(substring(written from '[eE]([+-]?\d{3})')::int) <= 308 then btrim(written, E' \t\n\r')::numeric end
      else btrim(written, E' \t\n\r')::numeric end
    when btrim(written, E' \t\n\r') ~ '^[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})%$'
      then rtrim(btrim(written, E' \t\n\r'), '%')::numeric * 0.01
    when btrim(written, E' \t\n\r') ~ '^[+-]?\d{1,3}(,\d{3}){1,19}(\.\d{0,60})?$'
      then replace(btrim(written, E' \t\n\r'), ',', '')::numeric
    when btrim(written, E' \t\n\r') ~ '^[+-]?\d{1,3}(,\d{3}){1,19}(\.\d{0,60})?%$'
      then replace(rtrim(btrim(written, E' \t\n\r'), '%'), ',', '')::numeric * 0.01
    else formula_moment_number(btrim(written, E' \t\n\r'))
  end;
