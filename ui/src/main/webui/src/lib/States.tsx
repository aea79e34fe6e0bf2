import { type ReactNode, useEffect, useState } from 'react';
import css from './States.module.css';

interface Props {
  title: string;
  children?: ReactNode;
  act?: ReactNode;
  trace?: string;
  tone?: 'empty' | 'fault' | 'closed';
}

/** A whole place that has nothing to show: one sentence, and the one next act. */
export function Notice({ title, children, act, trace, tone = 'empty' }: Props) {
  return (
    <div className={css.notice} role={tone === 'fault' ? 'alert' : undefined}>
      <Figure tone={tone} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act && <div className={css.act}>{act}</div>}
      {trace && <small className={css.trace}>{trace}</small>}
    </div>
  );
}

/** Seven pieces: laid out neatly, fallen apart, or closed to a square. */
function Figure({ tone }: { tone: 'empty' | 'fault' | 'closed' }) {
  const apart = tone === 'fault' ? 5 : tone === 'empty' ? 1.5 : 0;
  const pieces: [string, number, number, number][] = [
    ['M2 2h28L16 16z', 0, -1, 1],
    ['M2 2l14 14L2 30z', -1, 0, 2],
    ['M30 2v14l-7-7z', 1, -1, 3],
    ['M16 16l7-7 7 7-7 7z', 1, 0, 4],
    ['M16 16l7 7H9z', 0, 0.4, 5],
    ['M9 23h14l-7 7H2z', -0.6, 1, 6],
    ['M30 16v14H16z', 1, 1, 7],
  ];
  return (
    <svg className={css.figure} viewBox="-8 -8 48 48" width="88" height="88" aria-hidden="true">
      {pieces.map(([path, x, y, hue]) => (
        <path
          key={hue}
          d={path}
          transform={`translate(${x * apart} ${y * apart})${tone === 'fault' ? ` rotate(${(hue - 4) * 4} 16 16)` : ''}`}
          fill={tone === 'closed' ? 'var(--line-strong)' : 'var(--accent)'}
          opacity={tone === 'closed' ? 0.35 + hue * 0.06 : 0.14 + hue * 0.07}
        />
      ))}
    </svg>
  );
}

/** Waits 150 ms before it shows its children, so that what is quick does not flicker. */
export function Later({ children, after = 150 }: { children: ReactNode; after?: number }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return due ? children : null;
}

/** Bars in the shape of what is coming. */
export function Skeleton({ rows = 6, height = 16 }: { rows?: number; height?: number }) {
  return (
    <Later>
      <div className={css.skeleton} aria-busy="true">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
          <i key={row} style={{ height, width: `${92 - ((row * 37) % 45)}%` }} />
        ))}
      </div>
    </Later>
  );
}
