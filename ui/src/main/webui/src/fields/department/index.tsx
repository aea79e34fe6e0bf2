import { useQuery } from '@tanstack/react-query';
import { Network } from 'lucide-react';
import { getUnits } from '@/api/calls';
import type { Unit } from '@/api/types';
import { type Choice, Picker } from '@/lib/Picker';
import { type FieldFace, type InputProps, PICK_OPERATORS } from '../FieldType';
import { PersonCell } from '../person';
import { useScope } from '../scope';

/** Units with the way to them, so that two 财务部 can be told apart. */
function useUnits(): Choice[] {
  const { still } = useScope();
  const { data = [] } = useQuery({ queryKey: ['units'], queryFn: getUnits, staleTime: 300_000, enabled: !still });
  const byId = new Map<string, Unit>(data.map(unit => [unit.id, unit]));
  return data.map(unit => ({ key: unit.id, label: unit.name, hint: byId.get(unit.parent ?? '')?.name }));
}

function UnitsInput({
  id,
  value,
  many,
  onChange,
  disabled,
  describedBy,
  invalid,
}: Omit<InputProps, 'field'> & { many: boolean }) {
  const { labels } = useScope();
  const units = useUnits();
  const ids = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  return (
    <Picker
      id={id}
      many={many}
      choices={units}
      chosen={ids.map(key => units.find(unit => unit.key === key) ?? { key, label: labels[key] ?? key.slice(0, 8) })}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={chosen => {
        const keys = chosen.map(choice => choice.key);
        onChange(keys.length === 0 ? null : many ? keys : keys[0]);
      }}
    />
  );
}

export const department: FieldFace = {
  key: 'department',
  Icon: Network,
  defaults: {},
  Cell: PersonCell,
  Input: props => <UnitsInput {...props} many={false} />,
  Settings: () => null,
  operators: PICK_OPERATORS,
  FilterInput: props => <UnitsInput {...props} many />,
  listed: true,
};
