import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '@/api/types';
import { ScopeProvider } from '@/fields/scope';
import { Button } from '@/lib/Button';
import { Fault } from '@/lib/Fault';
import { Notice, Skeleton } from '@/lib/States';
import { usePhone } from '@/lib/useMedia';
import type { ViewProps } from '../ViewFace';
import { CardList } from './CardList';
import { columnsOf, sortOf } from './columns';
import { FilterBar } from './FilterBar';
import { type Chip, filterOf } from './filters';
import css from './GridView.module.css';
import { TableGrid } from './TableGrid';
import { useRows } from './useRows';

/** Rows in columns on a desk, in cards on a phone; filtered and sorted by the server, loaded as one goes down. */
export function GridView({ app, tableKey, table, view, openId, onOpen, onCreate }: ViewProps) {
  const { t } = useTranslation('views');
  const phone = usePhone();
  const [chips, setChips] = useState<Chip[]>([]);
  const [sort, setSort] = useState<Sort[]>(() => sortOf(view));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => columnsOf(table, view), [table, view]);
  const filter = useMemo(() => filterOf(view, chips), [view, chips]);
  const { query, rows, labels } = useRows({ app, table: tableKey, filter, sort });
  const scope = useMemo(() => ({ app, table: tableKey, values: {}, labels }), [app, tableKey, labels]);
  const empty = query.isSuccess && rows.length === 0;
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  const shared = { rows, columns, openId, onOpen, onEnd: more };

  return (
    <ScopeProvider value={scope}>
      <section className={css.view}>
        <div className={css.tools}>
          <FilterBar table={table} chips={chips} onChange={setChips} />
          {rows.length > 0 && (
            <span className={css.count}>
              {selected.size > 0
                ? t('selected', { count: selected.size })
                : t(query.hasNextPage ? 'loadedSoFar' : 'rows', { count: rows.length })}
            </span>
          )}
        </div>
        {query.error && <Fault error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Skeleton rows={10} height={20} />}
        {empty && chips.length === 0 && (
          <Notice
            title={t('emptyTitle')}
            act={
              onCreate && (
                <Button kind="main" onClick={onCreate}>
                  {t('createFirst')}
                </Button>
              )
            }
          >
            {onCreate ? t('emptyMay') : t('emptyReader')}
          </Notice>
        )}
        {empty && chips.length > 0 && (
          <Notice title={t('nothingFits')} act={<Button onClick={() => setChips([])}>{t('dropFilters')}</Button>} />
        )}
        {rows.length > 0 &&
          (phone ? (
            <CardList {...shared} table={table} more={query.hasNextPage} />
          ) : (
            <TableGrid {...shared} sort={sort} onSort={setSort} selected={selected} onSelect={setSelected} />
          ))}
      </section>
    </ScopeProvider>
  );
}
