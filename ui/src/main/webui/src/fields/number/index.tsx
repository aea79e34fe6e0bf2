import { Hash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { groupDecimal } from '@/lib/decimal';
import { type CellProps, type FieldFace, ORDER_OPERATORS, type SettingsProps } from '../FieldType';
import { decimalOf } from '../parts/formulaValues';
import { NumberSetting } from '../parts/settings';
import { NumberInput } from './NumberInput';

export function NumberCell({ field, value }: CellProps) {
  if (value === null || value === undefined) return null;
  return <>{groupDecimal(String(value), typeof field.scale === 'number' ? field.scale : undefined)}</>;
}

function NumberSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <NumberSetting {...props} word="scale" label={t('setting.scale')} max={20} />;
}

export const number: FieldFace = {
  key: 'number',
  Icon: Hash,
  defaults: { scale: 0 },
  Cell: NumberCell,
  Input: NumberInput,
  Settings: NumberSettings,
  numeric: true,
  toFormula: decimalOf,
  operators: ORDER_OPERATORS,
  listed: true,
};
