import { PanelLeftClose, PanelLeftOpen, PencilRuler } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { useApp } from '@/api/hooks';
import type { SeenApp } from '@/api/types';
import { say } from '@/i18n';
import { AppMark } from '@/lib/AppMark';
import { IconButton } from '@/lib/Button';
import { cx } from '@/lib/cx';
import { Fault } from '@/lib/Fault';
import { Notice, Skeleton } from '@/lib/States';
import { usePhone } from '@/lib/useMedia';
import css from './AppPage.module.css';
import { type Entry, menuOf, type Section } from './menu';

/** The published app the pages inside stand in. */
export const useSeenApp = () => useOutletContext<SeenApp>();

/** An app as its users see it: its tree on the left, what is open on the right. */
export function AppPage() {
  const { app: key = '' } = useParams();
  const app = useApp(key);
  const phone = usePhone();
  if (app.error) return <Fault error={app.error} onRetry={() => void app.refetch()} />;
  if (!app.data) return <Skeleton rows={10} height={20} />;
  return (
    <div className={css.page}>
      {!phone && <Tree app={app.data} />}
      <div className={css.content}>
        <Outlet context={app.data} />
      </div>
    </div>
  );
}

/** What stands first in the menu is what an app opens with; on a phone the menu itself is. */
export function AppHome() {
  const { t } = useTranslation('runtime');
  const app = useSeenApp();
  const phone = usePhone();
  const sections = menuOf(app);
  const first = sections.flatMap(section => section.entries)[0];
  if (first && !phone) return <Navigate to={first.to} replace />;
  if (first) {
    return (
      <main className={css.phoneMenu}>
        <header>
          <AppMark appKey={app.key} label={say(app.label, app.key)} />
          <h1>{say(app.label, app.key)}</h1>
        </header>
        <Sections sections={sections} />
      </main>
    );
  }
  return (
    <Notice
      title={t('app.nothingTitle')}
      act={app.admin && <Link to={`/d/${app.key}`}>{t('app.design')}</Link>}
      tone={app.admin ? 'empty' : 'closed'}
    >
      {t(app.admin ? 'app.nothingAdmin' : 'app.nothingMember')}
    </Notice>
  );
}

function Tree({ app }: { app: SeenApp }) {
  const { t } = useTranslation('runtime');
  const [folded, setFolded] = useState(false);
  const label = say(app.label, app.key);
  return (
    <nav className={cx(css.tree, folded && css.folded)} aria-label={t('app.menu')}>
      <header>
        <Link to={`/a/${app.key}`} className={css.name}>
          <AppMark appKey={app.key} label={label} size={28} />
          {!folded && <b>{label}</b>}
        </Link>
        <IconButton label={t(folded ? 'app.unfold' : 'app.fold')} onClick={() => setFolded(!folded)}>
          {folded ? <PanelLeftOpen size={16} /> : <PanelLeftClose size={16} />}
        </IconButton>
      </header>
      {!folded && <Sections sections={menuOf(app)} />}
      {app.admin && !folded && (
        <Link to={`/d/${app.key}`} className={css.design}>
          <PencilRuler size={16} aria-hidden />
          {t('app.design')}
        </Link>
      )}
    </nav>
  );
}

function Sections({ sections }: { sections: Section[] }) {
  return (
    <div className={css.sections}>
      {sections.map(section => (
        <section key={section.key}>
          {section.label && <h2>{section.label}</h2>}
          <ul>
            {section.entries.map(entry => (
              <TreeEntry key={entry.path} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TreeEntry({ entry }: { entry: Entry }) {
  const { Icon } = entry;
  return (
    <li>
      <NavLink to={entry.to} className={css.entry}>
        <Icon size={16} aria-hidden />
        <span>{entry.label}</span>
      </NavLink>
    </li>
  );
}
