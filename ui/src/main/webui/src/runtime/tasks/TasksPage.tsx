import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, useSearchParams } from 'react-router';
import { getTasks } from '@/api/calls';
import { useTodo } from '@/api/hooks';
import type { TaskEntry } from '@/api/types';
import { say } from '@/i18n';
import { AppMark } from '@/lib/AppMark';
import { wallClock } from '@/lib/dates';
import { Fault } from '@/lib/Fault';
import { ChoiceTag } from '@/lib/Picker';
import { Notice, Skeleton } from '@/lib/States';
import css from './TasksPage.module.css';

const BOXES = ['todo', 'started', 'done'] as const;
type Box = (typeof BOXES)[number];

/** What waits for me, what I set going, what I have done. */
export function TasksPage() {
  const { t } = useTranslation('runtime');
  const [params, setParams] = useSearchParams();
  const todo = useTodo();
  const box: Box = BOXES.find(name => name === params.get('box')) ?? 'todo';
  const { data, error, refetch } = useQuery({ queryKey: ['tasks', 'list', box], queryFn: () => getTasks(box) });
  return (
    <main className={css.page}>
      <div role="tablist" aria-label={t('tasks.boxes')} className={css.boxes}>
        {BOXES.map(name => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === box}
            onClick={() => setParams(name === 'todo' ? {} : { box: name }, { replace: true })}
          >
            {t(`tasks.${name}`)}
            {name === 'todo' && todo > 0 && <span>{todo}</span>}
          </button>
        ))}
      </div>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} height={56} />}
      {data?.length === 0 && <Nothing box={box} />}
      <ul className={css.list}>
        {data?.map(task => (
          <TaskRow key={task.id} task={task} box={box} />
        ))}
      </ul>
    </main>
  );
}

function Nothing({ box }: { box: Box }) {
  const { t } = useTranslation('runtime');
  if (box === 'todo') return <Notice title={t('tasks.emptyTodo')}>{t('tasks.emptyTodoHint')}</Notice>;
  return <Notice title={t(box === 'started' ? 'tasks.emptyStarted' : 'tasks.emptyDone')} />;
}

const COLORS: Record<string, string> = { running: 'blue', approved: 'green', refused: 'red', rejected: 'red' };

function TaskRow({ task, box }: { task: TaskEntry; box: Box }) {
  const { t } = useTranslation('runtime');
  const to = box === 'started' ? `/a/${task.app}/t/${task.table}/r/${task.record}` : `/tasks/${task.id}`;
  const state = box === 'todo' ? null : (task.result ?? task.state);
  return (
    <li>
      <NavLink to={to} className={css.row}>
        <AppMark appKey={task.app} label={say(task.appLabel, task.app)} size={36} />
        <span className={css.words}>
          <b>{task.title || say(task.processLabel, task.process)}</b>
          <small>
            {say(task.processLabel, task.process)}
            {task.nodeLabel && ` · ${say(task.nodeLabel)}`}
            {box !== 'started' && ` · ${t('tasks.by', { name: task.starterName })}`}
            {task.waitingFor?.length
              ? ` · ${t('tasks.waiting', { names: task.waitingFor.join(t('common:between')) })}`
              : ''}
          </small>
        </span>
        {state && <ChoiceTag choice={{ key: state, label: t(`tasks.state.${state}`), color: COLORS[state] }} />}
        <time>{wallClock(task.doneAt ?? task.createdAt)}</time>
      </NavLink>
    </li>
  );
}
