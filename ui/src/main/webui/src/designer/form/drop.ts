import type { Spot } from '../model/design';

export interface Point {
  x: number;
  y: number;
}

/** What of an element's rectangle the choice of a place needs; a `DOMRect` is one. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Before which of the items a point lies, reading line by line as the form is laid out: an item whose row lies below
 * the point, or in whose row the point is left of its middle. Past the last one it is the end.
 */
export function placeAmong(items: readonly Box[], { x, y }: Point): number {
  const found = items.findIndex(item => {
    const narrow = items.some(other => other !== item && other.top < item.bottom && other.bottom > item.top);
    if (y < item.top) return true;
    if (narrow && y <= item.bottom) return x < (item.left + item.right) / 2;
    return y < (item.top + item.bottom) / 2;
  });
  return found < 0 ? items.length : found;
}

const within = (box: Box, { x, y }: Point) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
const boxOf = (element: Element) => element.getBoundingClientRect();

/**
 * The place on the canvas under a point: in the group it lies over, else straight on the form. A group itself is never
 * put into a group. `null` when the point is not over the canvas.
 */
export function spotUnder(canvas: HTMLElement, point: Point, isGroup: boolean): Spot | null {
  if (!within(boxOf(canvas), point)) return null;
  const groups = [...canvas.querySelectorAll<HTMLElement>('[data-group]')];
  const group = isGroup ? undefined : groups.find(element => within(boxOf(element), point));
  const holder = group ?? canvas.querySelector<HTMLElement>('[data-form]') ?? canvas;
  const items = [...holder.querySelectorAll<HTMLElement>('[data-item]')].filter(
    item => item.parentElement?.closest('[data-group], [data-form]') === holder,
  );
  return { group: group?.dataset.group ?? null, index: placeAmong(items.map(boxOf), point) };
}
