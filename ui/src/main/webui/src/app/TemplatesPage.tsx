import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { getTemplates, installTemplate } from '@/api/calls';
import { ApiError } from '@/api/client';
import { useApps } from '@/api/hooks';
import type { TemplateEntry } from '@/api/types';
import { say } from '@/i18n';
import { AppMark } from '@/lib/AppMark';
import { Button } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import { Fault } from '@/lib/Fault';
import input from '@/lib/input.module.css';
import { freeKey } from '@/lib/keys';
import { Notice, Skeleton } from '@/lib/States';
import { tell } from '@/lib/toast';
import form from './NewApp.module.css';
import css from './TemplatesPage.module.css';

/** Apps that are ready made: one takes one home and changes what one likes. */
export function TemplatesPage() {
  const { t } = useTranslation('app');
  const { data, error, refetch } = useQuery({ queryKey: ['templates'], queryFn: getTemplates });
  const [chosen, setChosen] = useState<TemplateEntry | null>(null);
  return (
    <main className={css.page}>
      <header>
        <h1>{t('templates.title')}</h1>
        <p>{t('templates.lead')}</p>
      </header>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} height={96} />}
      {data?.length === 0 && <Notice title={t('templates.empty')} />}
      <ul>
        {data?.map(template => (
          <li key={template.key}>
            <AppMark appKey={template.key} label={say(template.label, template.key)} size={44} />
            <div>
              <h2>{say(template.label, template.key)}</h2>
              <p>{say(template.help)}</p>
              <small>{t('templates.version', { version: template.version })}</small>
            </div>
            <Button kind="main" onClick={() => setChosen(template)}>
              {t('templates.install')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && <Install template={chosen} onClose={() => setChosen(null)} />}
    </main>
  );
}

function Install({ template, onClose }: { template: TemplateEntry; onClose: () => void }) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const navigate = useNavigate();
  const apps = useApps().data ?? [];
  const id = useId();
  const [name, setName] = useState(say(template.label, template.key));
  const [key, setKey] = useState(() =>
    freeKey(
      template.key,
      apps.map(app => app.key),
    ),
  );
  const [sample, setSample] = useState(true);
  const installing = useMutation({
    mutationFn: () => installTemplate(template.key, { appKey: key, label: name.trim(), sample }),
    onSuccess: app => {
      void client.invalidateQueries({ queryKey: ['apps'] });
      tell(t('templates.installed', { label: say(app.label, app.key) }));
      navigate(`/a/${app.key}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!installing.isPending) installing.mutate();
  };
  const faults = installing.error instanceof ApiError ? installing.error.violations : [];
  return (
    <Dialog
      title={t('templates.installTitle', { label: say(template.label, template.key) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="main" type="submit" form={id} busy={installing.isPending}>
            {t('templates.install')}
          </Button>
        </>
      }
    >
      <form id={id} className={form.form} onSubmit={submit}>
        <label>
          <span>{t('templates.name')}</span>
          <input className={input.input} required value={name} onChange={event => setName(event.target.value)} />
        </label>
        <label>
          <span>{t('templates.key')}</span>
          <input
            className={input.input}
            required
            pattern="[a-z][a-z0-9_]{0,47}"
            title={t('newApp.keyHint')}
            value={key}
            onChange={event => setKey(event.target.value)}
          />
          <small>{t('newApp.keyHint')}</small>
        </label>
        <label className={css.sample}>
          <input type="checkbox" checked={sample} onChange={event => setSample(event.target.checked)} />
          {t('templates.sample')}
        </label>
        {installing.error && (
          <em role="alert">
            {faults.map(fault => fault.message).join(t('common:between')) || installing.error.message}
          </em>
        )}
      </form>
    </Dialog>
  );
}
