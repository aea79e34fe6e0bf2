import {
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef, LayoutElement } from '@/api/types';
import { fieldTypes } from '@/fields';
import { say } from '@/i18n';
import { freeKey, keyFrom } from '@/lib/keys';
import { tell } from '@/lib/toast';
import { type Desk, fieldOf, itemKey, places, type Spot, said, spotOf } from '../model/design';
import { addField, copyItem, deleteField, moveTo, placeItem, takenKeys, takeOff, usesOf } from '../model/edits';
import { useDesign } from '../model/store';
import { useFormOn } from '../parts/desk';
import { Canvas } from './Canvas';
import { DeleteField } from './DeleteField';
import { spotUnder } from './drop';
import css from './FormDesigner.module.css';
import { iconOf, Palette, type Piece, pieceName } from './Palette';
import { Properties } from './Properties';

interface Carried {
  piece?: Piece;
  /** Key of an item that is on the form already. */
  item?: string;
  group?: boolean;
}

interface Props {
  desk: Desk;
  /** Elements of the layout the server knows. */
  layout: readonly string[];
  /** Prefix of new keys: `x_` in an app that came from a template. */
  prefix: string;
}

/** Palette, canvas and properties of one form. Each act is one command; the store keeps the way back. */
export function FormDesigner({ desk, layout, prefix }: Props) {
  const { t } = useTranslation('designer');
  const { form, table } = useFormOn(desk);
  const perform = useDesign(state => state.do);
  const [selected, select] = useState<string | null>(null);
  const [carried, carry] = useState<Carried | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [deleting, setDeleting] = useState<string | null>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] } }),
  );
  if (!form || !table) return null;

  const design = () => useDesign.getState().history.design;
  const add = async (piece: Piece, at: Spot) => {
    const name = t('newItem', { name: pieceName(piece, t) });
    const taken = takenKeys(design(), desk.table);
    const key =
      prefix +
      (await keyFrom(
        pieceName(piece, t),
        taken.map(k => k.replace(/^x_/, '')),
      ));
    if (piece.family === 'field') {
      const words = structuredClone(fieldTypes.get(piece.type).defaults);
      const field = { key: freeKeyOf(key, taken), label: name, type: piece.type, ...said(words) } as FieldDef;
      perform(addField(design(), desk, field, at));
      select(field.key);
    } else {
      const item: LayoutElement = { key: freeKeyOf(key, taken), type: piece.type, label: name };
      perform(placeItem(design(), desk, item, at));
      select(item.key);
    }
  };
  const behindSelected = (piece: Piece): Spot => {
    const now = selected ? spotOf(form, selected) : undefined;
    const chosen = places(form).find(place => itemKey(place.item) === selected)?.item;
    if (now && chosen && typeof chosen !== 'string' && chosen.items && piece.family === 'field') {
      return { group: chosen.key, index: chosen.items.length };
    }
    if (now && !(piece.family === 'layout' && now.group)) return { ...now, index: now.index + 1 };
    return { group: null, index: form.layout.length };
  };
  const nudge = (key: string, step: -1 | 1) => {
    const now = spotOf(form, key);
    const index = now ? now.index + (step > 0 ? 2 : -1) : -1;
    if (now && index >= 0) perform(moveTo(design(), desk, key, { ...now, index }));
  };
  const copy = (key: string) => {
    const before = new Set(takenKeys(design(), desk.table));
    perform(copyItem(design(), desk, key, name => t('copyName', { name })));
    const made = takenKeys(design(), desk.table).find(k => !before.has(k));
    select(made ?? key);
  };

  // what nobody else uses goes at once, since undo brings it back; otherwise its users are named first
  const remove = (key: string) => {
    const field = fieldOf(table, key);
    const held = places(form).find(place => itemKey(place.item) === key)?.item;
    const used = field && usesOf(design(), desk.table, key).some(path => path !== desk.form);
    if (used) return setDeleting(key);
    perform(field ? deleteField(design(), desk.table, key) : takeOff(design(), desk, key));
    if (selected === key) select(null);
    const name = field ? say(field.label, key) : typeof held === 'object' ? say(held.label, key) : key;
    tell(t('deleted', { name }), { label: t('undo'), run: useDesign.getState().undo });
  };

  const start = ({ active }: DragStartEvent) => carry((active.data.current ?? null) as Carried | null);
  const move = (event: DragMoveEvent) => {
    const at = pointOf(event);
    setSpot(at && canvas.current ? spotUnder(canvas.current, at, holds(carried)) : null);
  };
  const end = (event: DragEndEvent) => {
    const at = pointOf(event);
    const place = at && canvas.current ? spotUnder(canvas.current, at, holds(carried)) : null;
    if (place && carried?.piece) void add(carried.piece, place);
    else if (place && carried?.item) perform(moveTo(design(), desk, carried.item, place));
    carry(null);
    setSpot(null);
  };

  const Icon = carried?.piece ? iconOf(carried.piece) : null;
  const field = carried?.item ? table.fields.find(f => f.key === carried.item) : undefined;
  return (
    <DndContext
      sensors={sensors}
      onDragStart={start}
      onDragMove={move}
      onDragEnd={end}
      onDragCancel={() => carry(null)}
    >
      <div className={css.desk}>
        <Palette layout={layout} onAdd={piece => void add(piece, behindSelected(piece))} />
        <Canvas
          ref={canvas}
          desk={desk}
          selected={selected}
          spot={carried ? spot : null}
          onSelect={select}
          onCopy={copy}
          onDelete={remove}
          onNudge={nudge}
        />
        <Properties desk={desk} selected={selected} onSelect={select} />
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={css.carried}>
            {Icon && <Icon size={16} />}
            {carried.piece ? pieceName(carried.piece, t) : String(field?.label ?? carried.item)}
          </div>
        )}
      </DragOverlay>
      {deleting && (
        <DeleteField
          desk={desk}
          item={deleting}
          onClose={() => setDeleting(null)}
          onDone={() => {
            setDeleting(null);
            select(null);
          }}
        />
      )}
    </DndContext>
  );
}

const freeKeyOf = (key: string, taken: string[]) => (taken.includes(key) ? freeKey(key, taken) : key);
const holds = (carried: Carried | null) => carried?.group === true || carried?.piece?.family === 'layout';

/** Where the hand is: the pointer, or for the keyboard the middle of what is carried. */
function pointOf({ activatorEvent, delta, active }: DragMoveEvent | DragEndEvent) {
  if (activatorEvent instanceof MouseEvent) {
    return { x: activatorEvent.clientX + delta.x, y: activatorEvent.clientY + delta.y };
  }
  const box = active.rect.current.translated;
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
}
