import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { getVersions, restoreVersion, type Version } from '@/api/draft';
import type { PublishStep } from '@/api/types';
import { Button } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import { tell, tellFault } from '@/lib/toast';
import { useDesign } from '../model/store';
import css from './Publish.module.css';

/** All versions, the newest first, each with the way back to it. Restoring is a publish like any other. */
export function Versions({ app }: { app: string }) {
  const { t, i18n } = useTranslation('designer');
  const versions = useQuery({ queryKey: ['versions', app], queryFn: () => getVersions(app) });
  const [asked, ask] = useState<Version | null>(null);
  const list = [...(versions.data ?? [])].sort((a, b) => b.version - a.version);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className={css.box}>
      <h2>{t('versions.title')}</h2>
      {list.length === 0 && <p className={css.none}>{t('versions.none')}</p>}
      <ol className={css.versions}>
        {list.map((version, index) => (
          <li key={version.version}>
            <b>v{version.version}</b>
            <span>
              {version.note || t('versions.noNote')}
              <small>
                {version.createdByName} {when.format(new Date(version.createdAt))}
              </small>
            </span>
            {index === 0 ? (
              <em>{t('versions.current')}</em>
            ) : (
              <Button small icon={<RotateCcw size={14} />} onClick={() => ask(version)}>
                {t('versions.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {asked && <Restore app={app} version={asked} onClose={() => ask(null)} />}
    </section>
  );
}

function Restore({ app, version, onClose }: { app: string; version: Version; onClose: () => void }) {
  const { t } = useTranslation('designer');
  const client = useQueryClient();
  const open = useDesign(state => state.open);
  const [hazards, setHazards] = useState<string[]>([]);
  const restoring = useMutation({
    mutationFn: () => restoreVersion(app, version.version, hazards),
    onSuccess: answer => {
      tell(t('versions.restored', { from: version.version, version: answer.version }));
      onClose();
      void open(app);
      void client.invalidateQueries();
    },
    onError: error => {
      const steps = error instanceof ApiError ? ((error.body.steps as PublishStep[] | undefined) ?? []) : [];
      const found = [...new Set(steps.map(step => step.hazard))].filter(hazard => hazard !== 'NONE');
      if (found.length > 0) setHazards(found);
      else tellFault(error.message);
    },
  });
  return (
    <Dialog
      title={t('versions.ask', { version: version.version })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="main" busy={restoring.isPending} onClick={() => restoring.mutate()}>
            {hazards.length > 0 ? t('versions.accept') : t('versions.restore')}
          </Button>
        </>
      }
    >
      <p>{t('versions.text')}</p>
      {hazards.map(hazard => (
        <p key={hazard} className={css.bad}>
          {t(`publish.accept.${hazard}`)}
        </p>
      ))}
    </Dialog>
  );
}
