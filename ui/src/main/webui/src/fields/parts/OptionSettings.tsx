import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Option } from '@/api/types';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import input from '@/lib/input.module.css';
import type { SettingsProps } from '../FieldType';
import { optionsOf } from './options';
import css from './settings.module.css';

const COLORS = ['', 'blue', 'green', 'amber', 'red'] as const;

/** The options of a choice: words and colour; a key is given at birth and stays. */
export function OptionSettings({ field, onChange }: SettingsProps) {
  const { t } = useTranslation('fields');
  const options = optionsOf(field);
  const change = (next: Option[]) => onChange({ options: next });
  const edit = (index: number, part: Partial<Option>) =>
    change(options.map((option, at) => (at === index ? { ...option, ...part } : option)));

  return (
    <fieldset className={css.options}>
      <legend>{t('setting.options')}</legend>
      {options.map((option, index) => (
        <div key={option.key} className={css.option}>
          <input
            className={input.input}
            aria-label={t('setting.optionLabel', { number: index + 1 })}
            value={say(option.label, option.key)}
            onChange={event => edit(index, { label: event.target.value })}
          />
          <select
            className={input.input}
            aria-label={t('setting.color')}
            value={option.color ?? ''}
            onChange={event => edit(index, { color: event.target.value || undefined })}
          >
            {COLORS.map(color => (
              <option key={color} value={color}>
                {t(`color.${color || 'none'}`)}
              </option>
            ))}
          </select>
          <IconButton
            label={t('setting.removeOption', { label: say(option.label, option.key) })}
            onClick={() => change(options.filter((_, at) => at !== index))}
          >
            <Trash2 size={16} />
          </IconButton>
        </div>
      ))}
      <Button
        kind="quiet"
        small
        icon={<Plus size={16} />}
        onClick={() => change([...options, freshOption(options, number => t('setting.newOption', { number }))])}
      >
        {t('setting.addOption')}
      </Button>
    </fieldset>
  );
}

/** An option whose key no other has. */
export function freshOption(options: Option[], label: (number: number) => string): Option {
  const taken = new Set(options.map(option => option.key));
  let number = options.length + 1;
  while (taken.has(`option_${number}`)) number++;
  return { key: `option_${number}`, label: label(number) };
}
