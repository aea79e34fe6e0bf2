import type { Label } from '@/i18n';
import { freeKey } from '@/lib/keys';
import { said } from '../model/design';

export interface Grant {
  key: string;
  table: string;
  may: string[];
  rows?: string;
  fields?: Record<string, string>;
}

/** A permission group: who belongs to it by rule, and what they may do. Named members are data, not design. */
export interface RoleDef {
  format?: string;
  label?: Label;
  members?: Record<string, string>;
  grants?: Grant[];
  [word: string]: unknown;
}

export const MAY = ['read', 'create', 'update', 'delete', 'export'] as const;
export const ROWS = ['mine', 'unit', 'company', 'all'] as const;

/** The four groups people know from other tools, for every table of the app. */
export const PRESETS: Record<string, Pick<Grant, 'may' | 'rows'>> = {
  submit: { may: ['create'] },
  own: { may: ['read', 'create', 'update', 'delete'] },
  manage: { may: ['read', 'create', 'update', 'delete', 'export'], rows: 'all' },
  view: { may: ['read'], rows: 'all' },
};

export function presetRole(preset: string, label: string, tables: readonly string[]): RoleDef {
  const grant = PRESETS[preset];
  const grants = tables.map(table => ({ key: table, table, ...structuredClone(grant) }) as Grant);
  return { format: 'role/1', label, grants };
}

export const grantOn = (role: RoleDef, table: string) => role.grants?.find(grant => grant.table === table);

/** Changes what a group may do on one table; without any act left, the grant is gone. */
export function withGrant(role: RoleDef, table: string, words: Partial<Grant>): RoleDef {
  const grants = role.grants ?? [];
  const held = grantOn(role, table);
  const fresh: Grant = {
    key: freeKey(
      table,
      grants.map(grant => grant.key),
    ),
    table,
    may: [],
  };
  const next = { ...(held ?? fresh), ...words };
  const kept = next.may.length > 0 ? [asWritten(next)] : [];
  if (!held) return { ...role, grants: [...grants, ...kept] };
  return { ...role, grants: grants.flatMap(grant => (grant === held ? kept : [grant])) };
}

/** `mine` is the default and is not written; so is a field that may be written. */
function asWritten({ rows, fields, ...grant }: Grant): Grant {
  const masks = Object.fromEntries(
    Object.entries(fields ?? {}).filter(([key, right]) => key === '*' || right !== 'write'),
  );
  return {
    ...grant,
    ...said({ rows: rows === 'mine' ? undefined : rows, fields: Object.keys(masks).length ? masks : undefined }),
  } as Grant;
}
