import { Waypoints } from 'lucide-react';
import type { CellProps, FieldFace, InputProps } from '../FieldType';
import { Names } from '../parts/Names';
import { CandidateInput, RelationSettings } from '../relation';

function RelationsCell({ value }: CellProps) {
  return Array.isArray(value) ? <Names ids={value as string[]} /> : null;
}

/** The other end of somebody's relation (`of`) is only shown; a list of one's own is chosen. */
function RelationsInput(props: InputProps) {
  if (props.field.of) return <RelationsCell {...props} />;
  return <CandidateInput {...props} many />;
}

export const relations: FieldFace = {
  key: 'relations',
  Icon: Waypoints,
  defaults: {},
  Cell: RelationsCell,
  Input: RelationsInput,
  Settings: RelationSettings,
  operators: ['empty', 'notEmpty'],
  listed: true,
};
