import { CircleDot } from 'lucide-react';
import { ChoiceTag, Picker } from '@/lib/Picker';
import { type CellProps, type FieldFace, type InputProps, PICK_OPERATORS } from '../FieldType';
import { OptionSettings } from '../parts/OptionSettings';
import { choiceFor, choicesOf } from '../parts/options';

export function SelectCell({ field, value }: CellProps) {
  return typeof value === 'string' ? <ChoiceTag choice={choiceFor(field, value)} /> : null;
}

function SelectInput({ id, field, value, onChange, disabled, describedBy, invalid }: InputProps) {
  return (
    <Picker
      id={id}
      choices={choicesOf(field)}
      chosen={typeof value === 'string' ? [choiceFor(field, value)] : []}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={([choice]) => onChange(choice?.key ?? null)}
    />
  );
}

export function ManyInput({ id, field, value, onChange, disabled, describedBy, invalid }: InputProps) {
  const keys = Array.isArray(value) ? (value as string[]) : [];
  return (
    <Picker
      id={id}
      many
      choices={choicesOf(field)}
      chosen={keys.map(key => choiceFor(field, key))}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={choices => onChange(choices.length ? choices.map(choice => choice.key) : null)}
    />
  );
}

export const select: FieldFace = {
  key: 'select',
  Icon: CircleDot,
  defaults: { options: [] },
  Cell: SelectCell,
  Input: SelectInput,
  Settings: OptionSettings,
  operators: PICK_OPERATORS,
  FilterInput: ManyInput,
  listed: true,
};
