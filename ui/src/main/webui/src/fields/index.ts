import { registry } from '@/lib/registry';
import { date } from './date';
import { daterange } from './daterange';
import { datetime } from './datetime';
import { department } from './department';
import type { FieldFace } from './FieldType';
import { file } from './file';
import { formula } from './formula';
import { longtext } from './longtext';
import { lookup } from './lookup';
import { money } from './money';
import { multiselect } from './multiselect';
import { number } from './number';
import { person } from './person';
import { relation } from './relation';
import { relations } from './relations';
import { select } from './select';
import { serial } from './serial';
import { subtable } from './subtable';
import { switchType } from './switch';
import { text } from './text';

/** All types of fields, in the order of the designer's palette. A new type is a folder and a line here. */
export const fieldTypes = registry<FieldFace>([
  text,
  longtext,
  number,
  money,
  date,
  datetime,
  daterange,
  select,
  multiselect,
  switchType,
  person,
  department,
  relation,
  relations,
  lookup,
  formula,
  subtable,
  file,
  serial,
]);
