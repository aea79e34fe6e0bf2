import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Inbox, LayoutGrid, LogOut, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { actAs, signOut } from '@/api/calls';
import { useTodo } from '@/api/hooks';
import type { Me, Post } from '@/api/types';
import { TangramMark } from '@/lib/AppMark';
import { Menu } from '@/lib/Menu';
import { tell } from '@/lib/toast';
import css from './Shell.module.css';

/** The bar above everything on a desk: workbench, to-do with its count, me. */
export function TopBar({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const todo = useTodo();
  return (
    <header className={css.bar}>
      <NavLink to="/" end className={css.home}>
        <TangramMark />
        {t('common:product')}
      </NavLink>
      <nav aria-label={t('bar.mainNavigation')} style={{ display: 'flex', gap: 'var(--s1)' }}>
        <NavLink to="/" end className={css.link}>
          <LayoutGrid size={16} aria-hidden />
          {t('bar.workbench')}
        </NavLink>
        <NavLink to="/tasks" className={css.link}>
          <Inbox size={16} aria-hidden />
          {t('bar.tasks')}
          {todo > 0 && (
            <span className={css.count} data-testid="todo-count" title={t('bar.tasksCount', { count: todo })}>
              {todo > 99 ? '99+' : todo}
            </span>
          )}
        </NavLink>
      </nav>
      <span className={css.grow} />
      <AccountMenu me={me} />
    </header>
  );
}

/** Takes the choice of another post; everything that was read as the old one is forgotten. */
export function useActAs() {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (post: Post) => actAs(post.id),
    onSuccess: (me, post) => {
      client.clear();
      client.setQueryData(['me'], me);
      tell(t('me.switched', { unit: post.unitName }));
    },
  });
}

/** Ends the session, here and on the server. */
export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      navigate('/sign-in', { replace: true });
      client.clear();
    },
  });
}

function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const acting = useActAs();
  const leaving = useSignOut();
  const now = me.posts.find(post => post.id === me.post);
  const posts = me.posts.map(post => ({
    key: post.id,
    label: postName(post),
    icon: post.id === me.post ? <Check aria-hidden /> : <i style={{ width: 16 }} />,
    checked: post.id === me.post,
    onSelect: () => acting.mutate(post),
  }));
  return (
    <Menu
      align="end"
      header={me.posts.length > 1 && <p className={css.menuHead}>{t('bar.actAs')}</p>}
      items={[
        ...(me.posts.length > 1 ? posts : []),
        { key: 'me', label: t('bar.me'), icon: <UserRound aria-hidden />, onSelect: () => void navigate('/me') },
        { key: 'out', label: t('bar.signOut'), icon: <LogOut aria-hidden />, onSelect: () => leaving.mutate() },
      ]}
      trigger={props => (
        <button type="button" {...props} className={css.me}>
          <span className={css.face} aria-hidden>
            {[...me.name].slice(-2).join('')}
          </span>
          <span>
            <b>{me.name}</b>
            <small>{now ? postName(now) : me.administrator ? t('bar.administrator') : me.organisation.name}</small>
          </span>
        </button>
      )}
    />
  );
}

/** 上海分公司 · 财务部: the unit, and its company where that is another. */
export function postName(post: Post): string {
  return post.companyName && post.companyName !== post.unitName
    ? `${post.companyName} · ${post.unitName}`
    : post.unitName;
}
