import { SquareFunction } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldFace, SettingsProps } from '../FieldType';
import { AnyValue } from '../parts/AnyValue';
import { SwitchSetting } from '../parts/settings';

function FormulaSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <SwitchSetting {...props} word="stored" label={t('setting.stored')} />;
}

export const formula: FieldFace = {
  key: 'formula',
  Icon: SquareFunction,
  defaults: { formula: '' },
  Cell: ({ value }) => <AnyValue value={value} />,
  Settings: FormulaSettings,
  numeric: true,
  operators: [],
  listed: true,
};
