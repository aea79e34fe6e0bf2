import { AlignLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import input from '@/lib/input.module.css';
import { type FieldFace, type InputProps, type SettingsProps, TEXT_OPERATORS } from '../FieldType';
import { NumberSetting } from '../parts/settings';
import { TextCell, TextInput } from '../text';

function LongTextInput({ id, value, onChange, disabled, describedBy, invalid }: InputProps) {
  return (
    <textarea
      id={id}
      className={input.input}
      rows={3}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange(event.target.value || null)}
    />
  );
}

function LongTextSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <NumberSetting {...props} word="max" label={t('setting.maxLength')} min={1} fallback={100000} />;
}

export const longtext: FieldFace = {
  key: 'longtext',
  Icon: AlignLeft,
  defaults: {},
  Cell: TextCell,
  Input: LongTextInput,
  Settings: LongTextSettings,
  broad: true,
  operators: TEXT_OPERATORS,
  FilterInput: TextInput,
  listed: true,
};
