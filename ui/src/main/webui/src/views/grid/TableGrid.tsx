import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordData, Sort } from '@/api/types';
import { fieldTypes } from '@/fields';
import { isEmpty } from '@/fields/FieldType';
import { fieldValue } from '@/fields/system';
import { say } from '@/i18n';
import type { Column } from './columns';
import css from './GridView.module.css';

interface Props {
  rows: RecordData[];
  columns: Column[];
  sort: Sort[];
  selected: ReadonlySet<string>;
  openId?: string;
  onSort: (sort: Sort[]) => void;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
  /** The last rows came into sight. */
  onEnd: () => void;
}

const ROW = 36;
const AHEAD = 20;

/** Only the rows in sight exist. Arrows walk, Enter opens, a column's head sorts. */
export function TableGrid({ rows, columns, sort, selected, openId, onSort, onSelect, onOpen, onEnd }: Props) {
  const { t } = useTranslation('views');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) onEnd();
  }, [last, rows.length, onEnd]);

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const walk = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') onOpen(rows[at]?.id ?? '');
    else if (event.key === ' ') toggle(rows[at]?.id ?? '');
    else if (step) {
      const to = Math.max(0, Math.min(rows.length - 1, at + step));
      virtual.scrollToIndex(to);
      requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus());
    } else return;
    event.preventDefault();
  };
  const all = rows.length > 0 && rows.every(row => selected.has(row.id));

  return (
    <div ref={scroll} className={css.scroll}>
      <div className={css.table} role="grid" aria-rowcount={rows.length} aria-label={t('table')}>
        <div className={css.head} role="row">
          <span className={css.pick} role="columnheader">
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={all}
              onChange={() => onSelect(all ? new Set() : new Set(rows.map(row => row.id)))}
            />
          </span>
          {columns.map(column => (
            <Head key={column.field.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
        <div className={css.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={row.id}
                role="row"
                tabIndex={index === 0 ? 0 : -1}
                data-row={index}
                data-open={row.id === openId || undefined}
                aria-rowindex={index + 2}
                aria-selected={selected.has(row.id)}
                className={css.row}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onOpen(row.id)}
                onKeyDown={event => walk(event, index)}
              >
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the cell only keeps the press on its box from opening the row */}
                <span className={css.pick} role="gridcell" tabIndex={-1} onClick={event => event.stopPropagation()}>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={t('selectRow', { number: index + 1 })}
                    checked={selected.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                </span>
                {columns.map(column => (
                  <GridCell key={column.field.key} row={row} column={column} />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Head({ column, sort, onSort }: { column: Column; sort: Sort[]; onSort: (sort: Sort[]) => void }) {
  const { key, label, type } = column.field;
  const { Icon, numeric } = fieldTypes.get(type);
  const now = sort.find(entry => entry.field === key);
  const next = now ? (now.desc ? [] : [{ field: key, desc: true }]) : [{ field: key }];
  return (
    <span
      className={css.th}
      role="columnheader"
      style={{ width: column.width }}
      data-numeric={numeric}
      aria-sort={now ? (now.desc ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSort(next)}>
        <Icon size={14} />
        {say(label, key)}
        {now && (now.desc ? <ArrowDown size={14} /> : <ArrowUp size={14} />)}
      </button>
    </span>
  );
}

function GridCell({ row, column }: { row: RecordData; column: Column }) {
  const { Cell, numeric } = fieldTypes.get(column.field.type);
  const value = fieldValue(row, column.field.key);
  return (
    <span className={css.td} role="gridcell" style={{ width: column.width }} data-numeric={numeric}>
      {isEmpty(value) ? null : <Cell field={column.field} value={value} />}
    </span>
  );
}
