import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button';
import css from './Toasts.module.css';
import { useToasts } from './toast';

/** Where toasts appear: one place for the whole page, read out by screen readers. */
export function Toasts() {
  const { t } = useTranslation();
  const { list, drop } = useToasts();
  return (
    <div className={css.stack} role="status" aria-live="polite">
      {list.map(toast => (
        <div key={toast.id} className={css.toast} data-tone={toast.tone}>
          {toast.tone === 'done' ? <CircleCheck size={18} /> : <CircleAlert size={18} />}
          <span>{toast.text}</span>
          {toast.act && (
            <Button
              kind="quiet"
              small
              onClick={() => {
                toast.act?.run();
                drop(toast.id);
              }}
            >
              {toast.act.label}
            </Button>
          )}
          <IconButton label={t('close')} onClick={() => drop(toast.id)}>
            <X size={16} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
