import { useDraggable } from '@dnd-kit/core';
import { Columns2, Minus, SquareStack, StickyNote } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldTypes } from '@/fields';
import css from './FormDesigner.module.css';

/** What can be dragged on to the canvas: a type of field, or an element of the layout. */
export interface Piece {
  family: 'field' | 'layout';
  type: string;
}

const BASIC = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'datetime',
  'daterange',
  'select',
  'multiselect',
  'switch',
];
const MORE = ['person', 'department', 'file', 'serial', 'formula', 'subtable'];
const LAYOUT: Record<string, ComponentType<{ size?: number }>> = {
  group: SquareStack,
  columns: Columns2,
  note: StickyNote,
  divider: Minus,
};

export const iconOf = ({ family, type }: Piece) =>
  family === 'field' ? (fieldTypes.find(type)?.Icon ?? SquareStack) : (LAYOUT[type] ?? SquareStack);

interface Props {
  /** Elements of the layout the server knows. */
  layout: readonly string[];
  onAdd: (piece: Piece) => void;
}

/** The pieces to build with. Dragged by mouse, or put behind what is selected with Enter. */
export function Palette({ layout, onAdd }: Props) {
  const { t } = useTranslation('designer');
  const keys = fieldTypes.all().map(type => type.key);
  const rest = keys.filter(key => !BASIC.includes(key) && !MORE.includes(key));
  const families: [string, Piece[]][] = [
    ['basic', keys.filter(key => BASIC.includes(key)).map(fieldPiece)],
    ['more', keys.filter(key => MORE.includes(key)).map(fieldPiece)],
    ['related', rest.map(fieldPiece)],
    [
      'layout',
      Object.keys(LAYOUT)
        .filter(type => layout.includes(type))
        .map(type => ({ family: 'layout', type })),
    ],
  ];
  return (
    <aside className={css.palette} aria-label={t('palette.title')}>
      {families.map(
        ([family, pieces]) =>
          pieces.length > 0 && (
            <section key={family}>
              <h2>{t(`palette.${family}`)}</h2>
              <div className={css.pieces}>
                {pieces.map(piece => (
                  <PieceButton key={piece.type} piece={piece} onAdd={onAdd} />
                ))}
              </div>
            </section>
          ),
      )}
      <p className={css.hint}>{t('palette.hint')}</p>
    </aside>
  );
}

const fieldPiece = (type: string): Piece => ({ family: 'field', type });

function PieceButton({ piece, onAdd }: { piece: Piece; onAdd: Props['onAdd'] }) {
  const { t } = useTranslation('designer');
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `${piece.family}:${piece.type}`, data: { piece } });
  const Icon = iconOf(piece);
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={css.piece}
      data-piece={piece.type}
      data-dragging={isDragging || undefined}
      {...listeners}
      onClick={() => onAdd(piece)}
    >
      <Icon size={16} />
      {pieceName(piece, t)}
    </button>
  );
}

export const pieceName = ({ family, type }: Piece, t: (key: string) => string) =>
  family === 'field' ? t(`fields:type.${type}`) : t(`layout.${type}`);
