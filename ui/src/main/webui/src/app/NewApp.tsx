import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createApp } from '@/api/calls';
import { ApiError } from '@/api/client';
import { Button } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import input from '@/lib/input.module.css';
import { keyFrom } from '@/lib/keys';
import { tell } from '@/lib/toast';
import css from './NewApp.module.css';

interface Props {
  taken: string[];
  onClose: () => void;
}

/** Asks for a name; proposes the key by pinyin until somebody types one. */
export function NewApp({ taken, onClose }: Props) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [proposed, setProposed] = useState('');
  const form = useId();
  const making = useMutation({
    mutationFn: () => createApp(key ?? proposed, name.trim()),
    onSuccess: app => {
      void client.invalidateQueries({ queryKey: ['apps'] });
      tell(t('newApp.created', { name: name.trim() }));
      navigate(`/d/${app.key}`);
    },
  });
  const rename = (next: string) => {
    setName(next);
    void keyFrom(next, taken).then(setProposed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!making.isPending) making.mutate();
  };
  const faults = making.error instanceof ApiError ? making.error.violations : [];
  const faultAt = (pointer: string) => faults.find(fault => fault.pointer === pointer)?.message;
  return (
    <Dialog
      title={t('newApp.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="main" type="submit" form={form} busy={making.isPending}>
            {t('newApp.create')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <label>
          <span>{t('newApp.name')}</span>
          <input
            className={input.input}
            placeholder={t('newApp.nameHint')}
            required
            value={name}
            onChange={event => rename(event.target.value)}
          />
          {faultAt('/label') && <em role="alert">{faultAt('/label')}</em>}
        </label>
        <label>
          <span>{t('newApp.key')}</span>
          <input
            className={input.input}
            required
            pattern="[a-z][a-z0-9_]{0,47}"
            title={t('newApp.keyHint')}
            value={key ?? proposed}
            onChange={event => setKey(event.target.value)}
          />
          <small>{t('newApp.keyHint')}</small>
          {faultAt('/key') && <em role="alert">{faultAt('/key')}</em>}
        </label>
        {making.error && faults.length === 0 && <em role="alert">{making.error.message}</em>}
      </form>
    </Dialog>
  );
}
