import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { signIn } from '@/api/calls';
import { TangramMark } from '@/lib/AppMark';
import { Button } from '@/lib/Button';
import input from '@/lib/input.module.css';
import { Scene } from './Scene';
import css from './SignInPage.module.css';

/** Where one comes in. After it one stands where one wanted to go. */
export function SignInPage() {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => signIn(username.trim(), password),
    onSuccess: () => {
      client.clear();
      navigate(inside(params.get('back')), { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!entering.isPending) entering.mutate();
  };
  return (
    <main className={css.page}>
      <section className={css.scene} aria-hidden="true">
        <Scene />
        <p>{t('signIn.motto')}</p>
      </section>
      <form className={css.form} onSubmit={submit}>
        <TangramMark size={36} />
        <h1>{t('signIn.title')}</h1>
        <label>
          <span>{t('signIn.username')}</span>
          <input
            className={input.input}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            value={username}
            onChange={event => setUsername(event.target.value)}
          />
        </label>
        <label>
          <span>{t('signIn.password')}</span>
          <input
            className={input.input}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        </label>
        {entering.error && (
          <p role="alert" className={css.fault}>
            {entering.error.message}
          </p>
        )}
        <Button type="submit" kind="main" busy={entering.isPending}>
          {t('signIn.enter')}
        </Button>
        <small>{t('signIn.hint')}</small>
      </form>
    </main>
  );
}

/** Only addresses of this house: a link from outside must not lead away after the password was typed. */
export function inside(back: string | null): string {
  return back?.startsWith('/') && !back.startsWith('//') && !back.includes('\\') ? back : '/';
}
