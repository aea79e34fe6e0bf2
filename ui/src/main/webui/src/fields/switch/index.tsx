import { Check, ToggleRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Picker } from '@/lib/Picker';
import type { CellProps, FieldFace, InputProps } from '../FieldType';
import css from './switch.module.css';

function SwitchCell({ value }: CellProps) {
  const { t } = useTranslation();
  return value === true ? <Check size={16} aria-label={t('yes')} /> : null;
}

function SwitchDetail({ value }: CellProps) {
  const { t } = useTranslation();
  return <>{t(value === true ? 'yes' : 'no')}</>;
}

function SwitchInput({ id, value, onChange, disabled, describedBy, invalid }: InputProps) {
  return (
    <button
      type="button"
      role="switch"
      id={id}
      className={css.switch}
      disabled={disabled}
      aria-checked={value === true}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onClick={() => onChange(value !== true)}
    >
      <i />
    </button>
  );
}

function SwitchFilter({ id, value, onChange }: InputProps) {
  const { t } = useTranslation();
  const choices = [
    { key: 'true', label: t('yes') },
    { key: 'false', label: t('no') },
  ];
  return (
    <Picker
      id={id}
      choices={choices}
      chosen={choices.filter(choice => choice.key === String(value))}
      onChange={([choice]) => onChange(choice ? choice.key === 'true' : null)}
    />
  );
}

export const switchType: FieldFace = {
  key: 'switch',
  Icon: ToggleRight,
  defaults: {},
  Cell: SwitchCell,
  Detail: SwitchDetail,
  Input: SwitchInput,
  Settings: () => null,
  // a switch nobody touched is off, not blank
  toFormula: value => value === true,
  operators: ['eq'],
  FilterInput: SwitchFilter,
  listed: true,
};
