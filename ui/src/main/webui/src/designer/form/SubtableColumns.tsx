import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef } from '@/api/types';
import { fieldTypes } from '@/fields';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import { freeKey, keyFrom } from '@/lib/keys';
import { Menu } from '@/lib/Menu';
import { type Desk, said } from '../model/design';
import { FieldSettings } from './FieldPanel';
import css from './FormDesigner.module.css';

interface Props {
  desk: Desk;
  field: FieldDef;
  onChange: (words: Partial<FieldDef>) => void;
}

/** Types that cannot stand in a row of a sub-table: one level only, and no serial of its own. */
const NOT_INSIDE = new Set(['subtable', 'serial', 'relations']);

/** The columns of a sub-table: a list to add to, to order, and to open for its settings. */
export function SubtableColumns({ desk, field, onChange }: Props) {
  const { t } = useTranslation('designer');
  const [open, setOpen] = useState<string | null>(null);
  const columns = (field.fields as FieldDef[] | undefined) ?? [];
  const put = (fields: FieldDef[]) => onChange({ fields });
  const add = async (type: string) => {
    const name = t(`fields:type.${type}`);
    const taken = columns.map(column => column.key);
    const key = freeKey(await keyFrom(name, taken), taken);
    put([...columns, { key, label: name, type, ...said(structuredClone(fieldTypes.get(type).defaults)) }]);
    setOpen(key);
  };
  const swap = (at: number, other: number) => {
    const next = [...columns];
    const [a, b] = [next[at], next[other]];
    if (!a || !b) return;
    next[at] = b;
    next[other] = a;
    put(next);
  };
  return (
    <section aria-label={t('columns.title')}>
      <h3 className={css.part}>{t('columns.title')}</h3>
      <ol className={css.columns}>
        {columns.map((column, at) => {
          const name = say(column.label, column.key);
          return (
            <li key={column.key}>
              <div className={css.columnHead}>
                <button
                  type="button"
                  aria-expanded={open === column.key}
                  onClick={() => setOpen(open === column.key ? null : column.key)}
                >
                  {name}
                  <small>{t(`fields:type.${column.type}`)}</small>
                </button>
                <IconButton label={t('columns.up', { name })} disabled={at === 0} onClick={() => swap(at, at - 1)}>
                  <ArrowUp size={14} />
                </IconButton>
                <IconButton
                  label={t('columns.down', { name })}
                  disabled={at === columns.length - 1}
                  onClick={() => swap(at, at + 1)}
                >
                  <ArrowDown size={14} />
                </IconButton>
                <IconButton
                  label={t('columns.drop', { name })}
                  onClick={() => put(columns.filter(other => other !== column))}
                >
                  <Trash2 size={14} />
                </IconButton>
              </div>
              {open === column.key && (
                <div className={css.columnBody}>
                  <FieldSettings
                    column
                    desk={desk}
                    field={column}
                    onChange={words =>
                      put(
                        columns.map(other =>
                          other.key === column.key ? (said({ ...other, ...words }) as FieldDef) : other,
                        ),
                      )
                    }
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <Menu
        items={fieldTypes
          .all()
          .filter(type => !NOT_INSIDE.has(type.key))
          .map(type => ({
            key: type.key,
            label: t(`fields:type.${type.key}`),
            icon: <type.Icon size={15} />,
            onSelect: () => void add(type.key),
          }))}
        trigger={props => (
          <Button small icon={<Plus size={15} />} {...props}>
            {t('columns.add')}
          </Button>
        )}
      />
    </section>
  );
}
