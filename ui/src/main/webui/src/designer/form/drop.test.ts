import { describe, expect, it } from 'vitest';
import { type Box, placeAmong } from './drop';

const box = (left: number, top: number, width: number, height = 40): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the place a thing is dropped at', () => {
  // two half-wide items in the first row, a broad one below
  const items = [box(0, 0, 100), box(100, 0, 100), box(0, 50, 200)];

  it.each([
    ['above everything', { x: 50, y: -5 }, 0],
    ['left half of the first', { x: 20, y: 30 }, 0],
    ['right half of the first', { x: 80, y: 10 }, 1],
    ['right half of the second', { x: 190, y: 10 }, 2],
    ['upper half of the broad one', { x: 100, y: 60 }, 2],
    ['lower half of the broad one', { x: 100, y: 85 }, 3],
    ['below everything', { x: 0, y: 500 }, 3],
  ])('%s', (_, point, index) => expect(placeAmong(items, point)).toBe(index));

  it('is the first on an empty form', () => expect(placeAmong([], { x: 1, y: 1 })).toBe(0));
});
