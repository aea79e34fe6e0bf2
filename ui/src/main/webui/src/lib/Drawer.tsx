import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';
import css from './Drawer.module.css';

interface Props {
  title: ReactNode;
  note?: ReactNode;
  acts?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Comes from the right and leaves what is behind it usable; on a phone it is the whole page. Escape closes it. */
export function Drawer({ title, note, acts, onClose, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => before?.focus?.();
  }, []);
  return (
    <aside
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={css.drawer}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={css.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {note && <small>{note}</small>}
        </div>
        {acts}
        <IconButton label={t('close')} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      {children}
    </aside>
  );
}
