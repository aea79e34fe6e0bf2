import { Day, Decimal, Moment, type Value } from '@/formula';
import { isDecimal } from '@/lib/decimal';

/** Values of the interface as formulas compute with them; what cannot be read yet (half typed) is blank. */
export function decimalOf(value: unknown): Value {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isDecimal(text) ? new Decimal(text) : null;
}

export const dayOf = (value: unknown): Value => (typeof value === 'string' ? Day.parse(value) : null);

export const momentOf = (value: unknown): Value => (typeof value === 'string' ? Moment.parse(value) : null);
