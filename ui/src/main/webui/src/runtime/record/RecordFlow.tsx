import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getTimeline, type Place } from '@/api/calls';
import { say } from '@/i18n';
import { Fault } from '@/lib/Fault';
import { Notice, Skeleton } from '@/lib/States';
import { Timeline } from './Timeline';

/** The processes a record went through. */
export function RecordFlow({ place, id }: { place: Place; id: string }) {
  const { t } = useTranslation('runtime');
  const { data, error, refetch } = useQuery({
    queryKey: ['timeline', place.app, place.table, id],
    queryFn: () => getTimeline(place, id),
  });
  if (error) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  if (data.instances.length === 0) return <Notice title={t('record.noFlow')} />;
  return data.instances.map(instance => (
    <section key={instance.id}>
      <h3>
        {say(instance.processLabel, instance.process)} · {t(`tasks.state.${instance.state}`)}
      </h3>
      <Timeline entries={instance.timeline} />
    </section>
  ));
}
