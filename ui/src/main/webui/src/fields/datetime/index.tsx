import { CalendarClock } from 'lucide-react';
import { instantOf, wallClock } from '@/lib/dates';
import input from '@/lib/input.module.css';
import { type CellProps, type FieldFace, type InputProps, ORDER_OPERATORS } from '../FieldType';
import { momentOf } from '../parts/formulaValues';

export function DatetimeCell({ value }: CellProps) {
  return <>{wallClock(value as string | null)}</>;
}

/** A moment, entered by the wall clock and handed on in UTC. */
export function DatetimeInput({
  id,
  value,
  onChange,
  disabled,
  describedBy,
  invalid,
  label,
}: Omit<InputProps, 'field'> & { label?: string }) {
  return (
    <input
      id={id}
      type="datetime-local"
      className={input.input}
      disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'string' ? wallClock(value).replace(' ', 'T') : ''}
      onChange={event => onChange(event.target.value ? instantOf(event.target.value) : null)}
    />
  );
}

export const datetime: FieldFace = {
  key: 'datetime',
  Icon: CalendarClock,
  defaults: {},
  Cell: DatetimeCell,
  Input: DatetimeInput,
  Settings: () => null,
  toFormula: momentOf,
  operators: ORDER_OPERATORS,
  listed: true,
};
