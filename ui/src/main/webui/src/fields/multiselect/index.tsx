import { ListChecks } from 'lucide-react';
import { ChoiceTag } from '@/lib/Picker';
import type { CellProps, FieldFace } from '../FieldType';
import css from '../parts/Names.module.css';
import { OptionSettings } from '../parts/OptionSettings';
import { choiceFor } from '../parts/options';
import { ManyInput } from '../select';

function ManyCell({ field, value }: CellProps) {
  const keys = Array.isArray(value) ? (value as string[]) : [];
  return (
    <span className={css.names}>
      {keys.map(key => (
        <ChoiceTag key={key} choice={choiceFor(field, key)} />
      ))}
    </span>
  );
}

export const multiselect: FieldFace = {
  key: 'multiselect',
  Icon: ListChecks,
  defaults: { options: [] },
  Cell: ManyCell,
  Input: ManyInput,
  Settings: OptionSettings,
  operators: ['empty', 'notEmpty'],
  listed: true,
};
