import { LoaderCircle } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './Button.module.css';
import { cx } from './cx';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  small?: boolean;
  /** While true the button shows that it works and cannot be pressed again. */
  busy?: boolean;
  icon?: ReactNode;
  ref?: React.Ref<HTMLButtonElement>;
}

/** What can be pressed. One main button a screen. */
export function Button({ kind = 'plain', small, busy, icon, children, className, disabled, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(css.button, css[kind], small && css.small, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <LoaderCircle className={css.spin} size={16} aria-hidden /> : icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

interface IconProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  children: ReactNode;
  ref?: React.Ref<HTMLButtonElement>;
}

/** A button that is only a picture; its name is for screen readers and the tooltip. */
export function IconButton({ label, children, className, ...rest }: IconProps) {
  return (
    <button type="button" {...rest} className={cx(css.icon, className)} aria-label={label} title={label}>
      {children}
    </button>
  );
}
