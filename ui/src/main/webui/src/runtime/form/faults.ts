import { ApiError, type Violation } from '@/api/client';

/** What the server found wrong, sorted to where it belongs. */
export interface Faults {
  /** Field key → words beside it. */
  fields: Record<string, string>;
  /** Field key → rest of the pointer inside its value → words. */
  inside: Record<string, Record<string, string>>;
  /** What belongs to no field. */
  general: string[];
}

export const NO_FAULTS: Faults = { fields: {}, inside: {}, general: [] };

/** Sorts a refusal's violations by their JSON Pointer (`/values/lines/0/values/price`). */
export function sortFaults(error: unknown, known: ReadonlySet<string>): Faults {
  if (!(error instanceof ApiError))
    return { ...NO_FAULTS, general: [error instanceof Error ? error.message : String(error)] };
  const faults: Faults = { fields: {}, inside: {}, general: [] };
  for (const violation of error.violations) place(violation, known, faults);
  if (error.violations.length === 0) faults.general.push(error.message);
  return faults;
}

function place({ pointer, message }: Violation, known: ReadonlySet<string>, faults: Faults): void {
  const [, root, key = '', ...rest] = pointer.split('/').map(plain);
  if (root !== 'values' || !known.has(key)) {
    faults.general.push(message);
    return;
  }
  if (rest.length > 1) faults.inside[key] = { ...faults.inside[key], [`/${rest.join('/')}`]: message };
  else faults.fields[key] = message;
}

const plain = (part: string) => part.replace(/~1/g, '/').replace(/~0/g, '~');

export const hasFaults = ({ fields, inside, general }: Faults) =>
  Object.keys(fields).length + Object.keys(inside).length + general.length > 0;

/** A field that is changed is no longer wrong until the server says so again. */
export function forget(faults: Faults, key: string): Faults {
  const { [key]: _, ...fields } = faults.fields;
  const { [key]: __, ...inside } = faults.inside;
  return { ...faults, fields, inside };
}
