import { ArrowLeft, Plus, Redo2, Save, Undo2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useBlocker, useParams } from 'react-router';
import { isStale } from '@/api/draft';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import { cx } from '@/lib/cx';
import { Dialog } from '@/lib/Dialog';
import { Fault } from '@/lib/Fault';
import { Skeleton } from '@/lib/States';
import { tell, tellFault } from '@/lib/toast';
import css from './DesignPage.module.css';
import { keyOf } from './model/design';
import { useChanged, useDesign } from './model/store';
import { NewForm } from './NewForm';
import { StaleEdit } from './StaleEdit';

/** The steps of building an app, in the order people walk them. */
const STEPS = ['forms', 'processes', 'roles', 'publish'] as const;

/** The house of the designer: which app, which step, save and the way back; the step itself is inside. */
export function DesignPage() {
  const { t } = useTranslation('designer');
  const { app = '' } = useParams();
  const [error, setError] = useState<unknown>(null);
  const opened = useDesign(state => state.app);
  const label = useDesign(state => state.history.design['app.json']?.label) as string | undefined;
  const open = useDesign(state => state.open);
  const dirty = useChanged();
  const load = useCallback(() => {
    setError(null);
    open(app).catch(setError);
  }, [open, app]);
  useEffect(load, [load]);
  useLeaveWarning(dirty);
  if (error) return <Fault error={error} onRetry={load} />;
  if (opened !== app) return <Skeleton rows={8} height={20} />;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <Link to={`/a/${app}`} className={css.back} aria-label={t('back')} title={t('back')}>
          <ArrowLeft size={18} />
        </Link>
        <h1>{say(label, app)}</h1>
        <nav className={css.steps} aria-label={t('steps')}>
          {STEPS.map((step, index) => (
            <NavLink key={step} to={`/d/${app}/${step}`} className={({ isActive }) => cx(css.step, isActive && css.on)}>
              <i aria-hidden>{index + 1}</i>
              {t(`step.${step}`)}
            </NavLink>
          ))}
        </nav>
        <Acts />
      </header>
      <div className={css.body}>
        <Outlet />
      </div>
      <LeaveQuestion dirty={dirty} />
    </div>
  );
}

/** Undo, redo and save, by button and by key. */
function Acts() {
  const { t } = useTranslation('designer');
  const { undo, redo, save, saving, history } = useDesign();
  const dirty = useChanged();
  const [stale, setStale] = useState<string[] | null>(null);
  const store = useCallback(() => {
    save().then(
      paths => paths.length > 0 && tell(t('saved', { count: paths.length })),
      error => (isStale(error) ? setStale(stalePaths(error.body)) : tellFault(error.message)),
    );
  }, [save, t]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, [contenteditable]');
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 's') store();
      else if (key === 'z' && !typing) event.shiftKey ? redo() : undo();
      else if (key === 'y' && !typing) redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, undo, redo]);
  return (
    <div className={css.acts}>
      <IconButton label={t('undo')} disabled={history.past.length === 0} onClick={undo}>
        <Undo2 size={17} />
      </IconButton>
      <IconButton label={t('redo')} disabled={history.future.length === 0} onClick={redo}>
        <Redo2 size={17} />
      </IconButton>
      <span className={css.state} role="status">
        {dirty ? t('unsaved') : t('allSaved')}
      </span>
      <Button kind="main" icon={<Save size={16} />} busy={saving} disabled={!dirty} onClick={store}>
        {t('save')}
      </Button>
      {stale && <StaleEdit paths={stale} onClose={() => setStale(null)} onKeep={store} />}
    </div>
  );
}

/** The documents that a 412 names; where it names none, all that were sent are in question. */
function stalePaths(body: Record<string, unknown>): string[] {
  const named = Array.isArray(body.violations) ? (body.violations as { pointer: string }[]) : [];
  const paths = named.map(v =>
    v.pointer
      .replace(/^\/(put|delete|ifMatch)\//, '')
      .replaceAll('~1', '/')
      .replace(/#.*$/, ''),
  );
  const known = useDesign.getState().history.design;
  const found = paths.filter(path => known[path]);
  return found.length > 0 ? [...new Set(found)] : Object.keys(known);
}

/** Asks before the window goes while something is unsaved. */
function useLeaveWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [dirty]);
}

function LeaveQuestion({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation('designer');
  const { app = '' } = useParams();
  const blocker = useBlocker(({ nextLocation }) => dirty && !nextLocation.pathname.startsWith(`/d/${app}`));
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title={t('leave.title')}
      onClose={() => blocker.reset()}
      foot={
        <>
          <Button kind="danger" onClick={() => blocker.proceed()}>
            {t('leave.drop')}
          </Button>
          <Button kind="main" onClick={() => blocker.reset()}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('leave.text')}</p>
    </Dialog>
  );
}

/** The first step: the app's forms on the left, the one being built beside them. */
export function FormList() {
  const { t } = useTranslation('designer');
  const { app = '' } = useParams();
  const design = useDesign(state => state.history.design);
  const [making, setMaking] = useState(false);
  const forms = Object.keys(design).filter(path => path.startsWith('forms/'));
  return (
    <nav className={css.tree} aria-label={t('forms')}>
      <div className={css.treeHead}>
        <h2>{t('forms')}</h2>
        <IconButton label={t('newForm.title')} onClick={() => setMaking(true)}>
          <Plus size={16} />
        </IconButton>
      </div>
      <ul>
        {forms.map(path => (
          <li key={path}>
            <NavLink to={`/d/${app}/forms/${keyOf(path)}`}>{say(design[path]?.label as string, keyOf(path))}</NavLink>
          </li>
        ))}
      </ul>
      {forms.length === 0 && <p className={css.none}>{t('noForms')}</p>}
      <Button small icon={<Plus size={15} />} onClick={() => setMaking(true)}>
        {t('newForm.title')}
      </Button>
      {making && <NewForm app={app} onClose={() => setMaking(false)} />}
    </nav>
  );
}
