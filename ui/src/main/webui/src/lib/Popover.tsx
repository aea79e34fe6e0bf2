import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { cx } from './cx';
import css from './Popover.module.css';

interface Props {
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** As wide as its anchor at least. */
  wide?: boolean;
  align?: 'start' | 'end';
  className?: string;
}

/** What floats beside its anchor, above dialogs too; a press elsewhere or Escape closes it. On a phone it rises from below. */
export function Popover({ anchor, open, onClose, children, wide, align = 'start', className }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element) return;
    element.showPopover?.();
    const place = () => anchor.current && put(element, anchor.current, Boolean(wide), align);
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    const watcher = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place);
    watcher?.observe(element);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
      watcher?.disconnect();
    };
  }, [open, anchor, wide, align]);

  useEffect(() => {
    if (!open) return;
    const press = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) close.current();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      close.current();
      anchor.current?.focus();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', key, true);
    };
  }, [open, anchor]);

  if (!open) return null;
  return (
    <div ref={panel} popover="manual" className={cx(css.panel, className)}>
      {children}
    </div>
  );
}

const GAP = 4;
const EDGE = 8;

function put(panel: HTMLElement, anchor: HTMLElement, wide: boolean, align: 'start' | 'end') {
  if (window.innerWidth <= 720) {
    panel.dataset.sheet = 'true';
    return;
  }
  delete panel.dataset.sheet;
  const at = anchor.getBoundingClientRect();
  panel.style.minWidth = wide ? `${at.width}px` : '';
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = align === 'end' ? at.right - width : at.left;
  const below = at.bottom + GAP;
  const fits = below + height <= window.innerHeight - EDGE || at.top < height + GAP + EDGE;
  panel.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
  panel.style.top = `${fits ? Math.min(below, Math.max(EDGE, window.innerHeight - height - EDGE)) : at.top - height - GAP}px`;
}
