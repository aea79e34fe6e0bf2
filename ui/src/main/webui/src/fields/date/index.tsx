import { Calendar } from 'lucide-react';
import { DateInput } from '@/lib/DateInput';
import { type FieldFace, type InputProps, ORDER_OPERATORS } from '../FieldType';
import { dayOf } from '../parts/formulaValues';
import { TextCell } from '../text';

function DateField({ id, value, onChange, disabled, describedBy, invalid }: InputProps) {
  return (
    <DateInput
      id={id}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    />
  );
}

export const date: FieldFace = {
  key: 'date',
  Icon: Calendar,
  defaults: {},
  Cell: TextCell,
  Input: DateField,
  Settings: () => null,
  toFormula: dayOf,
  operators: ORDER_OPERATORS,
  listed: true,
};
