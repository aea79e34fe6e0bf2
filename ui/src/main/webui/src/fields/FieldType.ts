import type { ComponentType } from 'react';
import type { FieldDef, TableDef } from '@/api/types';
import type { Value } from '@/formula';

export interface CellProps {
  field: FieldDef;
  value: unknown;
}

export interface InputProps extends CellProps {
  id: string;
  onChange: (value: unknown) => void;
  disabled?: boolean;
  /** Words under the field that describe it: help and fault. */
  describedBy?: string;
  invalid?: boolean;
  /** Faults inside the value, by the rest of their pointer (`/0/values/product`). */
  faults?: Record<string, string>;
}

export interface SettingsProps {
  field: FieldDef;
  /** Sets the words named; `undefined` takes a word away. */
  onChange: (words: Record<string, unknown>) => void;
  surroundings: Surroundings;
}

/** What a field can point at, as far as the person designing may see it. */
export interface Surroundings {
  /** Tables of this app by key. */
  tables: Record<string, TableDef>;
  /** The table the field stands in. */
  table: string;
  /** Tables of other apps: reference (`base:customer`) and the words for it. */
  foreign: { ref: string; label: string }[];
}

/** One type of field with its three faces. Its name stands in the language files under `fields:type.<key>`. */
export interface FieldFace {
  key: string;
  /** Picture for palette and column heads. */
  Icon: ComponentType<{ size?: number }>;
  /** The type's own words for a new field. */
  defaults: Record<string, unknown>;
  /** Shows a value; must fit on one line of a grid. */
  Cell: ComponentType<CellProps>;
  /** Shows a value whole, where there is room; absent: the cell. */
  Detail?: ComponentType<CellProps>;
  /** Takes a value in; absent where nobody types (serial, lookup, formula …). */
  Input?: ComponentType<InputProps>;
  Settings: ComponentType<SettingsProps>;
  /** Digits stand right-aligned in columns. */
  numeric?: boolean;
  /** Takes the whole width of a form. */
  broad?: boolean;
  /** The input is a group of controls, so its name is a heading and not a `<label>`. */
  group?: boolean;
  /** Operators a filter offers, the likeliest first; none: no filter. */
  operators: readonly string[];
  /** What a filter's operand is entered with; absent: the type's own input. */
  FilterInput?: ComponentType<InputProps>;
  /** The value as formulas compute with it; absent: text, switch and list as they are. */
  toFormula?: (value: unknown, field: FieldDef) => Value;
  /** Whether a column of a grid can show it at all. */
  listed: boolean;
}

export const TEXT_OPERATORS = ['contains', 'eq', 'ne', 'startsWith', 'empty', 'notEmpty'] as const;
export const ORDER_OPERATORS = ['eq', 'gte', 'lte', 'between', 'empty', 'notEmpty'] as const;
export const PICK_OPERATORS = ['in', 'nin', 'empty', 'notEmpty'] as const;

/** Null, empty text and empty lists are all nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}
