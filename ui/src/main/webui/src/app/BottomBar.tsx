import { Inbox, LayoutGrid, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTodo } from '@/api/hooks';
import css from './Shell.module.css';

/** The three doors on a phone. */
export function BottomBar() {
  const { t } = useTranslation('app');
  const todo = useTodo();
  return (
    <nav className={css.bottom} aria-label={t('bar.mainNavigation')}>
      <NavLink to="/tasks">
        <Inbox size={22} aria-hidden />
        {t('bar.tasks')}
        {todo > 0 && <span className={css.count}>{todo > 99 ? '99+' : todo}</span>}
      </NavLink>
      <NavLink to="/" end>
        <LayoutGrid size={22} aria-hidden />
        {t('bar.workbench')}
      </NavLink>
      <NavLink to="/me">
        <UserRound size={22} aria-hidden />
        {t('bar.me')}
      </NavLink>
    </nav>
  );
}
