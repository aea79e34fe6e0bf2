import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMe } from '@/api/calls';
import { useMe } from '@/api/hooks';
import { Button } from '@/lib/Button';
import input from '@/lib/input.module.css';
import { tell } from '@/lib/toast';
import css from './MePage.module.css';
import { postName, useActAs, useSignOut } from './TopBar';

/** Who I am: my posts, my password, the way out. */
export function MePage() {
  const { t } = useTranslation('app');
  const me = useMe().data;
  const acting = useActAs();
  const leaving = useSignOut();
  if (!me) return null;
  return (
    <main className={css.page}>
      <header>
        <h1>{me.name}</h1>
        <p>
          {me.username} · {me.organisation.name}
        </p>
      </header>
      {me.posts.length > 0 && (
        <section>
          <h2>{t('me.posts')}</h2>
          <ul>
            {me.posts.map(post => (
              <li key={post.id}>
                <span>
                  <b>{postName(post)}</b>
                  <small>{[post.position, post.leader && t('bar.leader')].filter(Boolean).join(' · ')}</small>
                </span>
                {post.id === me.post ? (
                  <em>{t('me.acting')}</em>
                ) : (
                  <Button small busy={acting.isPending} onClick={() => acting.mutate(post)}>
                    {t('me.actAs')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Password />
      <Button kind="danger" busy={leaving.isPending} onClick={() => leaving.mutate()}>
        {t('bar.signOut')}
      </Button>
    </main>
  );
}

function Password() {
  const { t } = useTranslation('app');
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => changeMe({ password: { old, new: next } }),
    onSuccess: () => {
      setOld('');
      setNext('');
      tell(t('me.changed'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  return (
    <section>
      <h2>{t('me.password')}</h2>
      <form onSubmit={submit}>
        <label>
          {t('me.oldPassword')}
          <input
            className={input.input}
            type="password"
            autoComplete="current-password"
            required
            value={old}
            onChange={event => setOld(event.target.value)}
          />
        </label>
        <label>
          {t('me.newPassword')}
          <input
            className={input.input}
            type="password"
            autoComplete="new-password"
            required
            value={next}
            onChange={event => setNext(event.target.value)}
          />
        </label>
        {change.error && <em role="alert">{change.error.message}</em>}
        <Button type="submit" busy={change.isPending}>
          {t('me.change')}
        </Button>
      </form>
    </section>
  );
}
