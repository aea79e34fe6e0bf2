import { ListOrdered } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import input from '@/lib/input.module.css';
import { type FieldFace, type SettingsProps, TEXT_OPERATORS } from '../FieldType';
import { Setting, TextSetting } from '../parts/settings';
import { TextCell, TextInput } from '../text';

const USUAL = 'NO{yyyyMM}-{0000}';
const RESETS = ['', 'day', 'month', 'year'] as const;

function SerialSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return (
    <>
      <TextSetting {...props} word="pattern" label={t('setting.pattern')} placeholder={USUAL} mono />
      <Setting label={t('setting.reset')}>
        {id => (
          <select
            id={id}
            className={input.input}
            value={(props.field.reset as string | undefined) ?? ''}
            onChange={event => props.onChange({ reset: event.target.value || undefined })}
          >
            {RESETS.map(reset => (
              <option key={reset} value={reset}>
                {t(`reset.${reset || 'never'}`)}
              </option>
            ))}
          </select>
        )}
      </Setting>
    </>
  );
}

export const serial: FieldFace = {
  key: 'serial',
  Icon: ListOrdered,
  defaults: { pattern: USUAL, reset: 'month' },
  Cell: TextCell,
  Settings: SerialSettings,
  operators: TEXT_OPERATORS,
  FilterInput: TextInput,
  listed: true,
};
