import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef } from '@/api/types';
import { say } from '@/i18n';
import input from '@/lib/input.module.css';
import { Picker } from '@/lib/Picker';
import type { SettingsProps } from '../FieldType';
import css from './settings.module.css';

/** One setting: its name and the control. */
export function Setting({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={css.setting}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface NumberProps extends SettingsProps {
  word: string;
  label: string;
  min?: number;
  max?: number;
  fallback?: number;
}

/** A whole number as a word of the type; empty takes the word away. */
export function NumberSetting({ field, onChange, word, label, min = 0, max, fallback }: NumberProps) {
  return (
    <Setting label={label}>
      {id => (
        <input
          id={id}
          type="number"
          className={input.input}
          min={min}
          max={max}
          placeholder={fallback === undefined ? undefined : String(fallback)}
          value={typeof field[word] === 'number' ? (field[word] as number) : ''}
          onChange={event => onChange({ [word]: event.target.value === '' ? undefined : Number(event.target.value) })}
        />
      )}
    </Setting>
  );
}

interface TextProps extends SettingsProps {
  word: string;
  label: string;
  placeholder?: string;
  mono?: boolean;
}

export function TextSetting({ field, onChange, word, label, placeholder, mono }: TextProps) {
  return (
    <Setting label={label}>
      {id => (
        <input
          id={id}
          className={input.input}
          style={mono ? { fontFamily: 'var(--mono)' } : undefined}
          placeholder={placeholder}
          value={typeof field[word] === 'string' ? (field[word] as string) : ''}
          onChange={event => onChange({ [word]: event.target.value || undefined })}
        />
      )}
    </Setting>
  );
}

export function SwitchSetting({ field, onChange, word, label }: SettingsProps & { word: string; label: string }) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={field[word] === true}
        onChange={event => onChange({ [word]: event.target.checked || undefined })}
      />
      {label}
    </label>
  );
}

/** Chooses a table of this app or one that another app lends. */
export function TableSetting({ field, onChange, surroundings }: SettingsProps) {
  const { t } = useTranslation('fields');
  const own = Object.entries(surroundings.tables).map(([key, table]) => ({ key, label: say(table.label, key) }));
  const choices = [...own, ...surroundings.foreign.map(({ ref, label }) => ({ key: ref, label, hint: ref }))];
  const to = field.to as string | undefined;
  return (
    <Setting label={t('setting.to')}>
      {id => (
        <Picker
          id={id}
          choices={choices}
          chosen={to ? [choices.find(c => c.key === to) ?? { key: to, label: to }] : []}
          clearable={false}
          onChange={([choice]) => onChange({ to: choice?.key })}
        />
      )}
    </Setting>
  );
}

/** The word of a field for the lists of settings. */
export const nameOf = (field: FieldDef) => say(field.label, field.key);
