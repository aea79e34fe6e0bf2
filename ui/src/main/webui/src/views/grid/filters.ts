import type { FieldDef, Filter, ViewDef } from '@/api/types';
import { isEmpty } from '@/fields/FieldType';

/** One chip of the filter bar. */
export interface Chip {
  field: FieldDef;
  op: string;
  value: unknown;
}

const WITHOUT_OPERAND = new Set(['empty', 'notEmpty']);
export const needsOperand = (op: string) => !WITHOUT_OPERAND.has(op);

/** The filter a request carries: the view's own condition and every chip that says something. */
export function filterOf(view: ViewDef, chips: Chip[]): Filter | undefined {
  const parts: Filter[] = view.where ? [{ formula: view.where }] : [];
  for (const { field, op, value } of chips) {
    if (!needsOperand(op)) parts.push({ field: field.key, op });
    else if (!isEmpty(value)) parts.push({ field: field.key, op, value });
  }
  return parts.length > 1 ? { and: parts } : parts[0];
}
