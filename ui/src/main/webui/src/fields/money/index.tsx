import { Coins } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { groupDecimal } from '@/lib/decimal';
import input from '@/lib/input.module.css';
import { type CellProps, type FieldFace, type InputProps, ORDER_OPERATORS, type SettingsProps } from '../FieldType';
import { NumberInput } from '../number/NumberInput';
import { decimalOf } from '../parts/formulaValues';
import { TextSetting } from '../parts/settings';
import css from './money.module.css';

interface Money {
  amount?: string | null;
  currency?: string | null;
}

const USUAL = 'CNY';
const COMMON = [USUAL, 'USD', 'EUR', 'HKD', 'JPY', 'GBP'];

function MoneyCell({ field, value }: CellProps) {
  const { amount, currency } = (value ?? {}) as Money;
  if (amount === null || amount === undefined) return null;
  return (
    <>
      {groupDecimal(String(amount), 2)}
      {currency !== field.currency && <small className={css.currency}>{currency}</small>}
    </>
  );
}

function MoneyInput({ value, onChange, field, ...props }: InputProps) {
  const { t } = useTranslation('fields');
  const money = (value ?? {}) as Money;
  const currency = money.currency ?? (field.currency as string | undefined) ?? USUAL;
  const known = COMMON.includes(currency) ? COMMON : [currency, ...COMMON];
  return (
    <span className={css.pair}>
      <NumberInput
        {...props}
        value={money.amount ?? null}
        onChange={amount => onChange(amount === null ? null : { amount, currency })}
      />
      <select
        className={input.input}
        aria-label={t('currency')}
        disabled={props.disabled}
        value={currency}
        onChange={event => onChange(money.amount ? { amount: money.amount, currency: event.target.value } : null)}
      >
        {known.map(code => (
          <option key={code}>{code}</option>
        ))}
      </select>
    </span>
  );
}

function MoneySettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <TextSetting {...props} word="currency" label={t('currency')} placeholder={USUAL} />;
}

export const money: FieldFace = {
  key: 'money',
  Icon: Coins,
  defaults: { currency: USUAL },
  Cell: MoneyCell,
  Input: MoneyInput,
  Settings: MoneySettings,
  numeric: true,
  toFormula: value => (value ? { ...(value as object), amount: decimalOf((value as Money).amount) } : null),
  operators: ORDER_OPERATORS,
  FilterInput: NumberInput,
  listed: true,
};
