import { type ReactNode, useId, useRef, useState } from 'react';
import { cx } from './cx';
import css from './Menu.module.css';
import { Popover } from './Popover';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  danger?: boolean;
  checked?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

interface Props {
  items: MenuItem[];
  align?: 'start' | 'end';
  header?: ReactNode;
  /** Draws the button; it must spread what it is given. */
  trigger: (props: {
    ref: React.RefObject<HTMLButtonElement | null>;
    onClick: () => void;
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'aria-controls': string | undefined;
  }) => ReactNode;
}

/** A short list of acts behind a button. Arrows move, Enter acts, Escape goes back to the button. */
export function Menu({ items, trigger, align, header }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(now + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <>
      {trigger({
        ref: anchor,
        onClick: () => setOpen(!open),
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
      })}
      <Popover anchor={anchor} open={open} onClose={() => setOpen(false)} align={align}>
        {header}
        <div ref={list} id={id} role="menu" className={css.menu} onKeyDown={move}>
          {items.map((item, index) => (
            <button
              key={item.key}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              disabled={item.disabled}
              // biome-ignore lint/a11y/noAutofocus: a menu takes the focus when it opens
              autoFocus={index === 0}
              className={cx(css.item, item.danger && css.danger)}
              onClick={() => {
                setOpen(false);
                anchor.current?.focus();
                item.onSelect();
              }}
            >
              {item.icon}
              <span>{item.label}</span>
            </button>
          ))}
        </div>
      </Popover>
    </>
  );
}
