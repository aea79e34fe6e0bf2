import { User } from 'lucide-react';
import { searchPeople } from '@/api/calls';
import { type CellProps, type FieldFace, type InputProps, PICK_OPERATORS } from '../FieldType';
import { Name } from '../parts/Names';
import { RemotePicker } from '../parts/RemotePicker';

const search = (text: string) =>
  searchPeople(text).then(people =>
    people.map(person => ({ key: person.id, label: person.name, hint: person.posts?.[0]?.unitName })),
  );

export function PersonCell({ value }: CellProps) {
  return typeof value === 'string' ? <Name id={value} /> : null;
}

function PersonInput({ value, onChange, ...props }: InputProps) {
  return (
    <RemotePicker
      {...props}
      about={['people']}
      search={search}
      ids={typeof value === 'string' ? [value] : []}
      onChange={([id]) => onChange(id ?? null)}
    />
  );
}

function PeopleInput({ value, onChange, ...props }: InputProps) {
  return (
    <RemotePicker
      {...props}
      many
      about={['people']}
      search={search}
      ids={Array.isArray(value) ? (value as string[]) : []}
      onChange={ids => onChange(ids.length ? ids : null)}
    />
  );
}

export const person: FieldFace = {
  key: 'person',
  Icon: User,
  defaults: {},
  Cell: PersonCell,
  Input: PersonInput,
  Settings: () => null,
  operators: PICK_OPERATORS,
  FilterInput: PeopleInput,
  listed: true,
};
