import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { getCandidates } from '@/api/calls';
import { type FieldFace, type InputProps, PICK_OPERATORS, type SettingsProps } from '../FieldType';
import { RemotePicker } from '../parts/RemotePicker';
import { TableSetting, TextSetting } from '../parts/settings';
import { PersonCell } from '../person';
import { useScope } from '../scope';

/** Chooses records of the table a field points at; a condition on them sees the values entered so far. */
export function CandidateInput({ value, many, onChange, ...props }: InputProps & { many: boolean }) {
  const { app, table, subtable, values } = useScope();
  const path = subtable ? `${subtable}.${props.field.key}` : props.field.key;
  const given = props.field.where ? values : {};
  const ids = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  return (
    <RemotePicker
      {...props}
      many={many}
      about={[app, table, path, given]}
      search={text =>
        getCandidates({ app, table }, path, text, given).then(items =>
          items.map(item => ({ key: item.id, label: item.label })),
        )
      }
      ids={ids}
      onChange={next => onChange(next.length === 0 ? null : many ? next : next[0])}
    />
  );
}

export function RelationSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return (
    <>
      <TableSetting {...props} />
      <TextSetting {...props} word="where" label={t('setting.where')} mono />
    </>
  );
}

export const relation: FieldFace = {
  key: 'relation',
  Icon: Link2,
  defaults: {},
  Cell: PersonCell,
  Input: props => <CandidateInput {...props} many={false} />,
  Settings: RelationSettings,
  operators: PICK_OPERATORS,
  FilterInput: props => <CandidateInput {...props} many />,
  listed: true,
};
