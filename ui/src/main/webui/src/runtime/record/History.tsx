import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getHistory, type Place } from '@/api/calls';
import type { Change, TableDef } from '@/api/types';
import { fieldTypes } from '@/fields';
import { isEmpty } from '@/fields/FieldType';
import { Name } from '@/fields/parts/Names';
import { fieldOf } from '@/fields/system';
import { say } from '@/i18n';
import { wallClock } from '@/lib/dates';
import { Fault } from '@/lib/Fault';
import { Notice, Skeleton } from '@/lib/States';
import css from './RecordDrawer.module.css';

interface Props {
  place: Place;
  id: string;
  table: TableDef;
}

/** What was changed, by whom, field by field, newest first. */
export function History({ place, id, table }: Props) {
  const { t } = useTranslation('runtime');
  const { data, error, refetch } = useQuery({
    queryKey: ['history', place.app, place.table, id],
    queryFn: () => getHistory(place, id),
  });
  if (error) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  if (data.length === 0) return <Notice title={t('record.noHistory')} />;
  return (
    <ol className={css.events}>
      {data.map(change => (
        <li key={`${change.version}-${change.at}-${change.kind}`} className={css.event}>
          <Entry change={change} table={table} />
        </li>
      ))}
    </ol>
  );
}

const KINDS = new Set(['created', 'submitted', 'updated', 'deleted', 'restored']);

function Entry({ change, table }: { change: Change; table: TableDef }) {
  const { t } = useTranslation('runtime');
  const kind = change.kind.toLowerCase();
  return (
    <>
      <header>
        <b>{change.actorName ?? (change.actor && <Name id={change.actor} />)}</b>
        <span>{t(`history.${KINDS.has(kind) ? kind : 'updated'}`)}</span>
      </header>
      <small>{wallClock(change.at)}</small>
      {kind !== 'created' && kind !== 'submitted' && (
        <dl className={css.changes}>
          {Object.entries(change.changes).map(([key, part]) => (
            <Part key={key} name={key} part={part} table={table} />
          ))}
        </dl>
      )}
    </>
  );
}

interface PartProps {
  name: string;
  part: { from?: unknown; to?: unknown };
  table: TableDef;
}

function Part({ name, part, table }: PartProps) {
  const { t } = useTranslation('runtime');
  const field = fieldOf(table, name);
  if (!field) return null;
  const { Cell } = fieldTypes.get(field.type);
  const show = (value: unknown) => (isEmpty(value) ? t('history.nothing') : <Cell field={field} value={value} />);
  return (
    <>
      <dt>{say(field.label, name)}</dt>
      <dd>
        <del>{show(part.from)}</del>
        <ins style={{ textDecoration: 'none' }}>{show(part.to)}</ins>
      </dd>
    </>
  );
}
