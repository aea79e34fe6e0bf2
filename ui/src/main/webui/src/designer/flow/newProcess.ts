import type { TableDef } from '@/api/types';
import { say } from '@/i18n';
import { freeKey } from '@/lib/keys';
import type { Command } from '../model/command';
import { documentsCommand } from '../model/command';
import { type Design, type Document, keyOf, tableAt, tablePath } from '../model/design';
import type { ProcessDef } from './chain';

/** The states a process needs; a table that has its own keeps them. */
const STATES = ['draft', 'asked', 'approved', 'refused'] as const;
const COLORS: Record<string, string | undefined> = { asked: 'amber', approved: 'green', refused: 'red' };
const LOCKED = new Set(['asked', 'approved']);

/** A first process on a table: sent in, the leader agrees, done. The table gets the states for it in the same edit. */
export function newProcess(
  design: Design,
  table: string,
  t: (key: string, words?: Record<string, unknown>) => string,
): { key: string; command: Command } {
  const held = tableAt(design, tablePath(table)) as TableDef;
  const taken = Object.keys(design).filter(path => path.startsWith('processes/'));
  const key = freeKey(table, taken.map(keyOf));
  const states = held.lifecycle?.states ?? [];
  const has = (state: string) => states.length === 0 || states.some(other => other.key === state);
  const results = { ...(has('approved') && { approved: 'approved' }), ...(has('refused') && { refused: 'refused' }) };
  const process: ProcessDef = {
    format: 'process/1',
    label: t('designer:flow.nameOf', { table: say(held.label, table) }),
    table,
    starts: [{ key: 'sent', on: 'submit' }],
    results,
    nodes: [
      {
        id: 'begin',
        type: 'start',
        label: t('designer:flow.submit'),
        ...(has('asked') && { settings: { state: 'asked' } }),
      },
      { id: 'leader', type: 'approve', label: t('designer:flow.leader'), settings: { who: [{ leader: '=$starter' }] } },
      { id: 'done', type: 'end', label: t('designer:flow.end') },
    ],
    flows: [
      { id: 'f1', from: 'begin', to: 'leader' },
      { id: 'f2', from: 'leader', to: 'done' },
    ],
  };
  const withStates: TableDef = {
    ...held,
    lifecycle: {
      ...held.lifecycle,
      states: STATES.map(state => ({
        key: state,
        label: t(`designer:flow.state.${state}`),
        ...(COLORS[state] && { color: COLORS[state] }),
        ...(LOCKED.has(state) && { locks: '*' as const }),
      })),
    },
  };
  return {
    key,
    command: documentsCommand('newProcess', design, {
      ...(states.length === 0 && { [tablePath(table)]: withStates as unknown as Document }),
      [`processes/${key}.json`]: process as Document,
    }),
  };
}
