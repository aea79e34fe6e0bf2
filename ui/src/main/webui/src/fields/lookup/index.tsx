import { ScanSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldFace, SettingsProps } from '../FieldType';
import { AnyValue } from '../parts/AnyValue';
import { TextSetting } from '../parts/settings';

function LookupSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <TextSetting {...props} word="from" label={t('setting.from')} mono />;
}

export const lookup: FieldFace = {
  key: 'lookup',
  Icon: ScanSearch,
  defaults: {},
  Cell: ({ value }) => <AnyValue value={value} />,
  Settings: LookupSettings,
  operators: [],
  listed: true,
};
