import { Copy, Plus, Table2, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef, SubRow } from '@/api/types';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import { usePhone } from '@/lib/useMedia';
import { type CellProps, type FieldFace, type InputProps, isEmpty } from '../FieldType';
import { fieldTypes } from '../index';
import { ScopeProvider, useScope } from '../scope';
import css from './subtable.module.css';

const rowsOf = (value: unknown) => (Array.isArray(value) ? (value as SubRow[]) : []);
const columnsOf = (field: FieldDef) => (Array.isArray(field.fields) ? (field.fields as FieldDef[]) : []);

function CountCell({ value }: CellProps) {
  const { t } = useTranslation('fields');
  const rows = rowsOf(value);
  return rows.length ? <>{t('rows', { count: rows.length })}</> : null;
}

/** Rows inside a record. On a desk a small table, on a phone a card per row; the list sent replaces the list held. */
function RowsInput(props: InputProps) {
  const { field, value, onChange, disabled, id, describedBy } = props;
  const { t } = useTranslation('fields');
  const phone = usePhone();
  const scope = useScope();
  const rows = rowsOf(value);
  const columns = columnsOf(field).filter(column => !column.hidden);
  const change = (next: SubRow[]) => onChange(next.length ? next : null);
  const set = (at: number, key: string, cell: unknown) =>
    change(rows.map((row, index) => (index === at ? { ...row, values: { ...row.values, [key]: cell } } : row)));
  const add = (values = {}) => change([...rows, { values }]);
  const drop = (at: number) => change(rows.filter((_, index) => index !== at));
  const copy = (row: SubRow) => add({ ...row.values });
  const Rows = phone ? Cards : Grid;

  return (
    <ScopeProvider value={{ ...scope, subtable: field.key }}>
      <div className={css.box}>
        {rows.length > 0 && <Rows {...props} rows={rows} columns={columns} set={set} drop={drop} copy={copy} />}
        {!disabled && (
          <Button id={id} small icon={<Plus size={16} />} aria-describedby={describedBy} onClick={() => add()}>
            {t('addRow')}
          </Button>
        )}
      </div>
    </ScopeProvider>
  );
}

/** The rows as they stand, nothing to press. */
function RowsDetail({ field, value }: CellProps) {
  return <RowsInput id="" field={field} value={value} onChange={() => undefined} disabled />;
}

interface RowsProps extends InputProps {
  rows: SubRow[];
  columns: FieldDef[];
  set: (at: number, key: string, value: unknown) => void;
  drop: (at: number) => void;
  copy: (row: SubRow) => void;
}

function Grid(props: RowsProps) {
  const { t } = useTranslation('fields');
  const { rows, columns, disabled } = props;
  return (
    <div className={css.scroll}>
      <table className={css.grid}>
        <thead>
          <tr>
            <th>{t('rowNumber')}</th>
            {columns.map(column => (
              <th key={column.key} data-numeric={fieldTypes.find(column.type)?.numeric}>
                {say(column.label, column.key)}
                {column.required && <b aria-hidden>*</b>}
              </th>
            ))}
            {!disabled && (
              <th>
                <span className="sr-only">{t('rowActs')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id ?? `new-${at}`}>
              <td className={css.number}>{at + 1}</td>
              {columns.map(column => (
                <td key={column.key} data-numeric={fieldTypes.find(column.type)?.numeric}>
                  <RowField {...props} row={row} at={at} column={column} />
                </td>
              ))}
              {!disabled && (
                <td className={css.acts}>
                  <RowActs {...props} row={row} at={at} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards(props: RowsProps) {
  const { t } = useTranslation('fields');
  return (
    <ol className={css.cards}>
      {props.rows.map((row, at) => (
        <li key={row.id ?? `new-${at}`}>
          <header>
            <span>{t('rowTitle', { number: at + 1 })}</span>
            {!props.disabled && <RowActs {...props} row={row} at={at} />}
          </header>
          {props.columns.map(column => (
            <RowField key={column.key} {...props} row={row} at={at} column={column} titled />
          ))}
        </li>
      ))}
    </ol>
  );
}

function RowActs({ row, at, copy, drop }: RowsProps & { row: SubRow; at: number }) {
  const { t } = useTranslation('fields');
  return (
    <span>
      <IconButton label={t('copyRow', { number: at + 1 })} onClick={() => copy(row)}>
        <Copy size={15} />
      </IconButton>
      <IconButton label={t('dropRow', { number: at + 1 })} onClick={() => drop(at)}>
        <Trash2 size={15} />
      </IconButton>
    </span>
  );
}

interface RowFieldProps extends RowsProps {
  row: SubRow;
  at: number;
  column: FieldDef;
  titled?: boolean;
}

function RowField({ row, at, column, set, disabled, faults, titled }: RowFieldProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const { Cell, Input } = fieldTypes.get(column.type);
  const fault = faults?.[`/${at}/values/${column.key}`];
  const name = say(column.label, column.key);
  const value = row.values[column.key];
  const fixed = disabled || !Input || Boolean(column.formula);
  return (
    <div className={css.field} data-fault={fault ? true : undefined}>
      <label htmlFor={id} className={titled ? css.title : 'sr-only'}>
        {titled ? name : t('cellName', { name, number: at + 1 })}
        {titled && column.required && !disabled && <b aria-hidden>*</b>}
      </label>
      {fixed || !Input ? (
        <output id={id} className={css.shown}>
          {isEmpty(value) ? null : <Cell field={column} value={value} />}
        </output>
      ) : (
        <Input
          id={id}
          field={column}
          value={value}
          invalid={Boolean(fault)}
          describedBy={fault ? `${id}-fault` : undefined}
          onChange={cell => set(at, column.key, cell)}
        />
      )}
      {fault && (
        <p id={`${id}-fault`} role="alert" className={css.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

export const subtable: FieldFace = {
  key: 'subtable',
  Icon: Table2,
  defaults: { fields: [] },
  Cell: CountCell,
  Detail: RowsDetail,
  Input: RowsInput,
  Settings: () => null,
  group: true,
  broad: true,
  operators: ['empty', 'notEmpty'],
  listed: true,
};
