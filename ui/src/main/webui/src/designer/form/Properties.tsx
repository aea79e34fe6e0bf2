import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/lib/cx';
import type { Desk } from '../model/design';
import { FieldPanel } from './FieldPanel';
import css from './FormDesigner.module.css';
import { FormPanel } from './FormPanel';

interface Props {
  desk: Desk;
  selected: string | null;
  onSelect: (key: string | null) => void;
}

/** What can be said of the selected field, and of the form as a whole. */
export function Properties({ desk, selected, onSelect }: Props) {
  const { t } = useTranslation('designer');
  const [tab, setTab] = useState<'field' | 'form'>('form');
  useEffect(() => setTab(selected ? 'field' : 'form'), [selected]);
  return (
    <aside className={css.properties} aria-label={t('properties')}>
      <div role="tablist" className={css.tabs}>
        {(['field', 'form'] as const).map(key => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={tab === key}
            className={cx(css.tab, tab === key && css.on)}
            onClick={() => setTab(key)}
          >
            {t(`tab.${key}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel" className={css.panel} aria-label={t(`tab.${tab}`)}>
        {tab === 'form' && <FormPanel desk={desk} />}
        {tab === 'field' && selected && <FieldPanel key={selected} desk={desk} item={selected} onSelect={onSelect} />}
        {tab === 'field' && !selected && <p className={css.hint}>{t('selectFirst')}</p>}
      </div>
    </aside>
  );
}
