import css from './AppMark.module.css';

/** Faces of a tile: two triangles and a parallelogram of the tangram, laid differently for each app. */
const FIGURES = [
  ['M0 40 20 20 40 40z', 'M40 0v28L26 14z'],
  ['M0 0h28L14 14z', 'M40 40V16L16 40z'],
  ['M0 12 28 40H0z', 'M20 0h20v20z'],
  ['M0 0v40L20 20z', 'M24 40l16-16v16z'],
  ['M40 40 20 20 40 0z', 'M0 40h20L10 30z'],
  ['M0 0h40L20 20z', 'M0 24l16 16H0z'],
  ['M0 40V0l20 20z', 'M40 0 28 12l12 12z'],
] as const;

interface Props {
  appKey: string;
  label: string;
  size?: number;
}

/** The face of an app: one of the seven hues and its first character. The same key always looks the same. */
export function AppMark({ appKey, label, size = 40 }: Props) {
  const sum = [...appKey].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const [first, second] = FIGURES[sum % 7] ?? FIGURES[0];
  return (
    <svg className={css.mark} width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill={`var(--hue-${((sum >>> 4) % 7) + 1})`} />
      <g clipPath="inset(0 round 9px)">
        <path d={first} fill="#fff" opacity="0.16" />
        <path d={second} fill="#000" opacity="0.12" />
      </g>
      <text x="20" y="26.5" textAnchor="middle" fill="#fff" fontSize="18" fontWeight="600">
        {[...label][0]}
      </text>
    </svg>
  );
}

/** The house's own mark, seven pieces making a square. */
export function TangramMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M2 2h28L16 16z" fill="#3056d3" />
      <path d="M2 2l14 14L2 30z" fill="#6e8bf0" />
      <path d="M30 2v14l-7-7z" fill="#e0a030" />
      <path d="M16 16l7-7 7 7-7 7z" fill="#2f9e77" />
      <path d="M16 16l7 7H9z" fill="#d9634c" />
      <path d="M9 23h14l-7 7H2z" fill="#8a5cc7" />
      <path d="M30 16v14H16z" fill="#1c2a52" />
    </svg>
  );
}
