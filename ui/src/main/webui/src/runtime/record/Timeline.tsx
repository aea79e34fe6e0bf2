import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '@/api/types';
import { say } from '@/i18n';
import { wallClock } from '@/lib/dates';
import css from './RecordDrawer.module.css';

const ACTS = new Set(['started', 'waiting', 'approved', 'rejected', 'auto', 'ended', 'withdrawn', 'cancelled']);

const RESULTS = new Set(['approved', 'refused', 'withdrawn']);

/** Who did what at which node, oldest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslation('runtime');
  return (
    <ol className={css.events}>
      {entries.map(entry => (
        <li key={entry.id} className={css.event} data-act={entry.act}>
          <header>
            <b>{say(entry.nodeLabel, entry.node)}</b>
            <span>
              {entry.actorName} {ACTS.has(entry.act) ? t(`tasks.act.${entry.act}`) : entry.act}
            </span>
          </header>
          <small>{wallClock(entry.at)}</small>
          {entry.act === 'ended' ? (
            <p>{t(`tasks.state.${RESULTS.has(entry.comment ?? '') ? entry.comment : 'done'}`)}</p>
          ) : (
            entry.comment && <blockquote>{entry.comment}</blockquote>
          )}
        </li>
      ))}
    </ol>
  );
}
