import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Notice } from './States';

interface Refusal {
  status?: number;
  type?: string;
  title?: string;
  message?: string;
  traceId?: string;
}

/** A place that could not be shown: what happened, what to do, and a small number to ask about. */
export function Fault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { status = 500, title, message, traceId } = error as Refusal;
  const kind = status === 0 ? 'offline' : status === 404 ? 'notThere' : status === 403 ? 'closed' : null;
  return (
    <Notice
      tone={kind === 'closed' || kind === 'notThere' ? 'closed' : 'fault'}
      title={kind ? t(`fault.${kind}`) : title || t('fault.title')}
      trace={traceId && t('fault.trace', { id: traceId })}
      act={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    >
      {kind ? t(`fault.${kind}Hint`) : message}
    </Notice>
  );
}
