import { Type } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import input from '@/lib/input.module.css';
import { type CellProps, type FieldFace, type InputProps, type SettingsProps, TEXT_OPERATORS } from '../FieldType';
import { NumberSetting } from '../parts/settings';

export function TextCell({ value }: CellProps) {
  return <>{String(value ?? '')}</>;
}

export function TextInput({ id, field, value, onChange, disabled, describedBy, invalid }: InputProps) {
  return (
    <input
      id={id}
      className={input.input}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      maxLength={typeof field.max === 'number' ? field.max : undefined}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange(event.target.value || null)}
    />
  );
}

function TextSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <NumberSetting {...props} word="max" label={t('setting.maxLength')} min={1} fallback={255} />;
}

export const text: FieldFace = {
  key: 'text',
  Icon: Type,
  defaults: {},
  Cell: TextCell,
  Input: TextInput,
  Settings: TextSettings,
  operators: TEXT_OPERATORS,
  listed: true,
};
