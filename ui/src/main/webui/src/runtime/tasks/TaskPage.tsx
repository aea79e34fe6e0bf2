import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, ChevronLeft, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { actOnTask, getTask } from '@/api/calls';
import { useApp, useMe } from '@/api/hooks';
import type { Me, SeenApp, TaskDetail, Values } from '@/api/types';
import { ScopeProvider } from '@/fields/scope';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Fault } from '@/lib/Fault';
import input from '@/lib/input.module.css';
import { ChoiceTag } from '@/lib/Picker';
import { Skeleton } from '@/lib/States';
import { tell } from '@/lib/toast';
import { calculatorIn } from '../form/calculator';
import { FormLayout } from '../form/FormLayout';
import { type Faults, NO_FAULTS, sortFaults } from '../form/faults';
import { formFor } from '../form/layout';
import { shapeOf, valuesToSend } from '../form/shape';
import { Timeline } from '../record/Timeline';
import css from './TaskPage.module.css';

/** One task: the form on the left, how it came here on the right, what one may do at the bottom. */
export function TaskPage() {
  const { task: id = '' } = useParams();
  const task = useQuery({ queryKey: ['tasks', 'one', id], queryFn: () => getTask(id) });
  const app = useApp(task.data?.app ?? '', Boolean(task.data));
  const me = useMe().data;
  if (task.error) return <Fault error={task.error} onRetry={() => void task.refetch()} />;
  if (app.error) return <Fault error={app.error} onRetry={() => void app.refetch()} />;
  if (!task.data || !app.data || !me) return <Skeleton rows={10} height={20} />;
  return <Task key={task.data.id} task={task.data} app={app.data} me={me} />;
}

function Task({ task, app, me }: { task: TaskDetail; app: SeenApp; me: Me }) {
  const { t } = useTranslation('runtime');
  const table = app.tables[task.table];
  const { record } = task;
  const [entered, setEntered] = useState<Values>(record.values);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const open = task.actions.length > 0;
  const form = useMemo(() => {
    const named = task.form ? app.forms[task.form.replace(/^forms\//, '')] : undefined;
    return named ?? formFor(app, task.table, record.type).form;
  }, [app, task, record.type]);
  const person = me as unknown as Values & { id: string };
  const writes = open ? task.writes : [];
  const shape =
    table &&
    shapeOf({
      table,
      form,
      type: record.type,
      state: null,
      values: entered,
      me: person,
      writes,
      calculator: calculatorIn(me.organisation.zone),
    });
  const changes = () => {
    if (!table || !shape) return {};
    return valuesToSend(table, shape, entered);
  };
  return (
    <main className={css.page}>
      <header className={css.head}>
        <Link to="/tasks" aria-label={t('common:back')}>
          <ChevronLeft size={20} />
        </Link>
        <div>
          <h1>{task.title || say(task.processLabel, task.process)}</h1>
          <small>
            {say(task.appLabel, task.app)} · {say(task.processLabel, task.process)} ·{' '}
            {t('tasks.by', { name: task.starterName })}
          </small>
        </div>
        <ChoiceTag
          choice={{
            key: task.state,
            label: task.result ? t(`tasks.state.${task.result}`) : say(task.nodeLabel, task.node),
          }}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={css.halves} tabIndex={0}>
        <section className={css.form}>
          {table && shape && (
            <ScopeProvider
              value={{ app: app.key, table: task.table, values: shape.values, labels: record.labels ?? {} }}
            >
              <FormLayout
                items={form.layout}
                fields={new Map(table.fields.map(field => [field.key, field]))}
                shape={shape}
                faults={faults}
                shown={writes.length === 0}
                onChange={(key, value) => setEntered(now => ({ ...now, [key]: value }))}
              />
            </ScopeProvider>
          )}
        </section>
        <aside className={css.side}>
          <h2>{t('tasks.timeline')}</h2>
          <Timeline entries={task.timeline} />
        </aside>
      </div>
      {open && (
        <ActBar task={task} changes={changes} onFault={error => setFaults(sortFaults(error, new Set(writes)))} />
      )}
    </main>
  );
}

interface BarProps {
  task: TaskDetail;
  changes: () => Values;
  onFault: (error: Error) => void;
}

/** Comment and verdict. While one is on its way neither can be pressed again. */
function ActBar({ task, changes, onFault }: BarProps) {
  const { t } = useTranslation('runtime');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [comment, setComment] = useState('');
  const under = useRef(false);
  const acting = useMutation({
    mutationFn: (act: string) => actOnTask(task.id, act, { comment: comment.trim() || undefined, values: changes() }),
    onSuccess: (_, act) => {
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['records', task.app, task.table] });
      void client.invalidateQueries({ queryKey: ['record', task.app, task.table, task.record.id] });
      tell(t(act === 'approve' ? 'tasks.approved' : 'tasks.rejected', { title: task.title }));
      navigate('/tasks');
    },
    onError: onFault,
    onSettled: () => {
      under.current = false;
    },
  });
  const act = (name: string) => {
    if (under.current) return;
    under.current = true;
    acting.mutate(name);
  };
  return (
    <footer className={css.bar}>
      {acting.error && <p role="alert">{acting.error.message}</p>}
      <input
        className={input.input}
        aria-label={t('tasks.comment')}
        placeholder={t('tasks.commentHint')}
        value={comment}
        onChange={event => setComment(event.target.value)}
      />
      {task.actions.includes('reject') && (
        <Button kind="danger" icon={<X size={16} />} disabled={acting.isPending} onClick={() => act('reject')}>
          {t('tasks.reject')}
        </Button>
      )}
      {task.actions.includes('approve') && (
        <Button kind="main" icon={<Check size={16} />} busy={acting.isPending} onClick={() => act('approve')}>
          {t('tasks.approve')}
        </Button>
      )}
    </footer>
  );
}
