import { Plus, Search, Shapes } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApps, useMe, useTodo } from '@/api/hooks';
import type { AppEntry } from '@/api/types';
import { say } from '@/i18n';
import { AppMark } from '@/lib/AppMark';
import { Button } from '@/lib/Button';
import { Fault } from '@/lib/Fault';
import { Notice, Skeleton } from '@/lib/States';
import { NewApp } from './NewApp';
import css from './Workbench.module.css';

/** The first page: what waits for me, and my apps. */
export function Workbench() {
  const { t } = useTranslation('app');
  const me = useMe().data;
  const apps = useApps();
  const todo = useTodo();
  const [search, setSearch] = useState('');
  const [making, setMaking] = useState(false);
  const wanted = search.trim().toLowerCase();
  const shown = apps.data?.filter(
    app => say(app.label, app.key).toLowerCase().includes(wanted) || app.key.includes(wanted),
  );
  const create = me?.mayCreateApps && (
    <Button kind="main" icon={<Plus size={16} />} onClick={() => setMaking(true)}>
      {t('workbench.newApp')}
    </Button>
  );

  return (
    <main className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{t('workbench.hello', { name: me?.name })}</h1>
          <Link to="/tasks" className={css.todo} data-some={todo > 0 || undefined}>
            {t('workbench.todo', { count: todo })}
          </Link>
        </div>
        <label className={css.search}>
          <Search size={16} aria-hidden />
          <input
            type="search"
            aria-label={t('bar.search')}
            placeholder={t('bar.search')}
            value={search}
            onChange={event => setSearch(event.target.value)}
          />
        </label>
        {me?.mayCreateApps && (
          <Link to="/templates" className={css.templates}>
            <Shapes size={16} aria-hidden />
            {t('workbench.templates')}
          </Link>
        )}
        {create}
      </header>
      {apps.error && <Fault error={apps.error} onRetry={() => void apps.refetch()} />}
      {apps.isPending && <Skeleton rows={4} height={64} />}
      {apps.data?.length === 0 && (
        <Notice title={t('workbench.emptyTitle')}>
          {t(me?.mayCreateApps ? 'workbench.emptyAdmin' : 'workbench.emptyMember')}
        </Notice>
      )}
      {apps.data && apps.data.length > 0 && shown?.length === 0 && (
        <Notice title={t('workbench.nothingFits', { search })} />
      )}
      <ul className={css.tiles}>
        {shown?.map(app => (
          <Tile key={app.key} app={app} />
        ))}
      </ul>
      {making && <NewApp onClose={() => setMaking(false)} taken={apps.data?.map(app => app.key) ?? []} />}
    </main>
  );
}

function Tile({ app }: { app: AppEntry }) {
  const { t } = useTranslation('app');
  const label = say(app.label, app.key);
  const published = app.version > 0;
  return (
    <li className={css.tile}>
      <Link to={published ? `/a/${app.key}` : `/d/${app.key}`} className={css.open}>
        <AppMark appKey={app.key} label={label} />
        <span className={css.words}>
          <b>{label}</b>
          <small>{published ? t('workbench.version', { version: app.version }) : t('workbench.unpublished')}</small>
        </span>
      </Link>
      {app.admin && published && (
        <Link to={`/d/${app.key}`} className={css.design}>
          {t('workbench.openDesigner')}
          <span className="sr-only">{label}</span>
        </Link>
      )}
    </li>
  );
}
