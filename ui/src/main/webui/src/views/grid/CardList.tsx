import { useTranslation } from 'react-i18next';
import type { RecordData, TableDef } from '@/api/types';
import { fieldTypes } from '@/fields';
import { isEmpty } from '@/fields/FieldType';
import { fieldOf, fieldValue } from '@/fields/system';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import type { Column } from './columns';
import css from './GridView.module.css';

interface Props {
  table: TableDef;
  rows: RecordData[];
  columns: Column[];
  more: boolean;
  onOpen: (id: string) => void;
  onEnd: () => void;
}

const LINES = 3;

/** Rows on a phone: the title, the state, and three more fields that hold something. */
export function CardList({ table, rows, columns, more, onOpen, onEnd }: Props) {
  const { t } = useTranslation('views');
  const title = table.title ?? columns[0]?.field.key ?? '';
  const rest = columns.filter(({ field }) => field.key !== title && field.key !== 'state');
  return (
    <div className={css.cards}>
      {rows.map(row => (
        <button key={row.id} type="button" className={css.card} onClick={() => onOpen(row.id)}>
          <header>
            <b>
              <Value table={table} row={row} name={title} />
            </b>
            <Value table={table} row={row} name="state" />
          </header>
          <dl>
            {rest
              .filter(({ field }) => !isEmpty(fieldValue(row, field.key)))
              .slice(0, LINES)
              .map(({ field }) => (
                <Line key={field.key} name={say(field.label, field.key)}>
                  <Value table={table} row={row} name={field.key} />
                </Line>
              ))}
          </dl>
        </button>
      ))}
      {more && <Button onClick={onEnd}>{t('common:loadMore')}</Button>}
    </div>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Value({ table, row, name }: { table: TableDef; row: RecordData; name: string }) {
  const field = fieldOf(table, name);
  const value = fieldValue(row, name);
  if (!field || isEmpty(value)) return null;
  const { Cell } = fieldTypes.get(field.type);
  return <Cell field={field} value={value} />;
}
