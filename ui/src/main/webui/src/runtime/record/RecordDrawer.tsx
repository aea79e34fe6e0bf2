import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { changeRecord, deleteRecord, getRecord, moveRecord } from '@/api/calls';
import { ApiError } from '@/api/client';
import { listen } from '@/api/events';
import { useMe } from '@/api/hooks';
import type { Move, RecordData, TableDef, Values } from '@/api/types';
import { fieldTypes } from '@/fields';
import { ScopeProvider } from '@/fields/scope';
import { fieldOf } from '@/fields/system';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import { Drawer } from '@/lib/Drawer';
import { Fault } from '@/lib/Fault';
import { Skeleton } from '@/lib/States';
import { tell, tellFault } from '@/lib/toast';
import { formFor } from '../form/layout';
import { RecordForm } from '../form/RecordForm';
import { History } from './History';
import { usePlace } from './place';
import css from './RecordDrawer.module.css';
import { RecordFlow } from './RecordFlow';
import { RecordView } from './RecordView';
import { titleOf } from './title';

const TABS = ['detail', 'flow', 'history'] as const;

/** One record at its own address: to read, to change, and how it came to be. */
export function RecordDrawer() {
  const { t } = useTranslation('runtime');
  const { app, tableKey, table, base } = usePlace();
  const { record: id = '' } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [tab, setTab] = useState<(typeof TABS)[number]>('detail');
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const place = { app: app.key, table: tableKey };
  const query = useQuery({ queryKey: ['record', app.key, tableKey, id], queryFn: () => getRecord(place, id) });
  const record = query.data;
  const close = () => void navigate(base);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another record starts being read anew
  useEffect(() => {
    setEditing(false);
    setTab('detail');
  }, [id]);
  useEffect(
    () =>
      listen(
        'record',
        () => void client.invalidateQueries({ queryKey: ['record', app.key, tableKey, id] }),
        `${app.key}/${tableKey}/${id}`,
      ),
    [client, app.key, tableKey, id],
  );

  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['record', app.key, tableKey, id] });
    void client.invalidateQueries({ queryKey: ['records', app.key, tableKey] });
    void client.invalidateQueries({ queryKey: ['history', app.key, tableKey, id] });
  };
  if (query.error) {
    return (
      <Drawer title={t('record.untitled')} onClose={close}>
        <Fault error={query.error} onRetry={() => void query.refetch()} />
      </Drawer>
    );
  }
  if (!record) {
    return (
      <Drawer title="…" onClose={close}>
        <Skeleton />
      </Drawer>
    );
  }
  const title = titleOf(table, record) || t('record.untitled');
  const may = (act: string) => table.may?.includes(act);
  const drop = async () => {
    try {
      await deleteRecord(place, id);
      refresh();
      tell(t('record.deleted', { title }));
      close();
    } catch (error) {
      setAsking(false);
      tellFault((error as Error).message);
    }
  };
  const acts = !editing && (
    <>
      <IconButton
        label={t('record.copyLink')}
        onClick={() =>
          void navigator.clipboard.writeText(window.location.href).then(() => tell(t('record.linkCopied')))
        }
      >
        <Link2 size={18} />
      </IconButton>
      {may('delete') && !isClosed(table, record.state) && (
        <IconButton label={t('record.delete')} onClick={() => setAsking(true)}>
          <Trash2 size={18} />
        </IconButton>
      )}
      {may('update') && <Moves record={record} onMoved={refresh} />}
      {may('update') && !isClosed(table, record.state) && (
        <Button small icon={<Pencil size={16} />} onClick={() => setEditing(true)}>
          {t('record.edit')}
        </Button>
      )}
    </>
  );
  return (
    <Drawer title={title} note={<StateOf record={record} />} acts={acts} onClose={close}>
      {editing ? (
        <EditForm record={record} onDone={() => setEditing(false)} onSaved={refresh} />
      ) : (
        <ScopeProvider value={{ ...place, values: record.values, labels: record.labels ?? {} }}>
          <div className={css.body}>
            <div role="tablist" className={css.tabs}>
              {TABS.map(key => (
                <button key={key} type="button" role="tab" aria-selected={tab === key} onClick={() => setTab(key)}>
                  {t(`record.${key}`)}
                </button>
              ))}
            </div>
            {tab === 'detail' && <RecordView app={app} tableKey={tableKey} record={record} />}
            {tab === 'flow' && <RecordFlow place={place} id={id} />}
            {tab === 'history' && <History place={place} id={id} table={table} />}
          </div>
        </ScopeProvider>
      )}
      {asking && (
        <Dialog
          title={t('record.deleteAsk', { title })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
              <Button kind="danger" onClick={() => void drop()}>
                {t('record.delete')}
              </Button>
            </>
          }
        >
          {t('record.deleteHint')}
        </Dialog>
      )}
    </Drawer>
  );
}

/** Whether the state locks every field. */
function isClosed(table: TableDef, stateKey: string | null): boolean {
  const state = table.lifecycle?.states?.find(entry => entry.key === stateKey);
  return state?.locks === '*' && !state.except?.length;
}

function StateOf({ record }: { record: RecordData }) {
  const { table } = usePlace();
  const field = record.state ? fieldOf(table, 'state') : undefined;
  if (!field) return null;
  const { Cell } = fieldTypes.get(field.type);
  return <Cell field={field} value={record.state} />;
}

/** The ways a record may go from where it stands. */
function Moves({ record, onMoved }: { record: RecordData; onMoved: () => void }) {
  const { t } = useTranslation('runtime');
  const { app, tableKey, table } = usePlace();
  const under = useRef(false);
  const moves = (table.lifecycle?.moves ?? []).filter(
    move => !move.auto && move.to !== record.state && (!move.from || move.from.includes(record.state ?? '')),
  );
  const go = async (move: Move) => {
    if (under.current) return;
    under.current = true;
    try {
      await moveRecord({ app: app.key, table: tableKey }, record.id, move.key, record.version);
      onMoved();
      tell(t('record.moved', { label: say(move.label, move.key) }));
    } catch (error) {
      tellFault((error as Error).message);
    } finally {
      under.current = false;
    }
  };
  return moves.map(move => (
    <Button key={move.key} small onClick={() => void go(move)}>
      {say(move.label, move.key)}
    </Button>
  ));
}

function EditForm({ record, onDone, onSaved }: { record: RecordData; onDone: () => void; onSaved: () => void }) {
  const { t } = useTranslation('runtime');
  const { app, tableKey, table } = usePlace();
  const me = useMe().data;
  const [stale, setStale] = useState(false);
  const { form } = formFor(app, tableKey, record.type);
  if (!me) return null;
  const save = async (values: Values) => {
    try {
      await changeRecord(
        { app: app.key, table: tableKey },
        record.id,
        record.version,
        onlyChanged(values, record.values),
      );
    } catch (error) {
      setStale(error instanceof ApiError && error.status === 409);
      throw error;
    }
    onSaved();
    tell(t('form.saved', { label: say(table.label, tableKey) }));
    onDone();
  };
  return (
    <RecordForm
      app={app.key}
      table={table}
      form={form}
      me={me}
      type={record.type}
      state={record.state}
      values={record.values}
      labels={record.labels}
      onSend={save}
      foot={busy => (
        <>
          {stale && (
            <Button
              onClick={() => {
                onSaved();
                onDone();
              }}
            >
              {t('record.reload')}
            </Button>
          )}
          <Button onClick={onDone}>{t('common:cancel')}</Button>
          <Button kind="main" type="submit" busy={busy}>
            {t('common:save')}
          </Button>
        </>
      )}
    />
  );
}

/** Only what was changed is sent, so that two people who change different fields do not meet. */
export function onlyChanged(values: Values, before: Values): Values {
  const entries = Object.entries(values).filter(([key, value]) => !same(value, before[key] ?? null));
  return Object.fromEntries(entries);
}

function same(value: unknown, before: unknown): boolean {
  return JSON.stringify(value ?? null) === JSON.stringify(before ?? null);
}
