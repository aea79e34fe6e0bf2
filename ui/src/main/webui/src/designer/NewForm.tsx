import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import input from '@/lib/input.module.css';
import { keyFrom } from '@/lib/keys';
import { documentsCommand } from './model/command';
import { formPath, keyOf, tablePath, tables } from './model/design';
import { useDesign } from './model/store';
import css from './NewForm.module.css';

interface Props {
  app: string;
  onClose: () => void;
}

/** A new form makes its table, or stands on one that is there. */
export function NewForm({ app, onClose }: Props) {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  const form = useId();
  const [name, setName] = useState('');
  const [on, setOn] = useState('');
  const design = useDesign(state => state.history.design);
  const perform = useDesign(state => state.do);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const taken = Object.keys(design).map(keyOf);
    const key = await keyFrom(name.trim(), taken);
    const table = on || key;
    const made = on
      ? {}
      : {
          [tablePath(key)]: {
            format: 'table/1',
            label: name.trim(),
            title: 'name',
            fields: [FIRST(t('newForm.firstField'))],
          },
        };
    perform(
      documentsCommand('newForm', design, {
        ...made,
        [formPath(key)]: { format: 'form/1', label: name.trim(), table, layout: on ? [] : ['name'] },
      }),
    );
    onClose();
    navigate(`/d/${app}/forms/${key}`);
  };
  return (
    <Dialog
      title={t('newForm.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="main" type="submit" form={form}>
            {t('newForm.create')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={event => void make(event)}>
        <label>
          <span>{t('newForm.name')}</span>
          <input className={input.input} required value={name} onChange={event => setName(event.target.value)} />
        </label>
        <label>
          <span>{t('newForm.table')}</span>
          <select className={input.input} value={on} onChange={event => setOn(event.target.value)}>
            <option value="">{t('newForm.ownTable')}</option>
            {Object.entries(tables(design)).map(([key, table]) => (
              <option key={key} value={key}>
                {say(table.label, key)}
              </option>
            ))}
          </select>
        </label>
      </form>
    </Dialog>
  );
}

/** A table needs a field that a link shows; a new one starts with a name. */
const FIRST = (label: string) => ({ key: 'name', label, type: 'text', required: true });
