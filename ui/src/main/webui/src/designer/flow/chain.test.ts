import { describe, expect, it } from 'vitest';
import {
  addBranch,
  chainOf,
  insertFork,
  insertInto,
  type Link,
  meetingOf,
  type ProcessDef,
  removeBranch,
  removeNode,
} from './chain';

const leave: ProcessDef = {
  table: 'leave',
  starts: [{ key: 'sent', on: 'submit' }],
  nodes: [
    { id: 'begin', type: 'start' },
    { id: 'leader', type: 'approve' },
    { id: 'long', type: 'exclusive' },
    { id: 'head', type: 'approve' },
    { id: 'hr', type: 'approve' },
    { id: 'yes', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'begin', to: 'leader' },
    { id: 'f2', from: 'leader', to: 'long' },
    { id: 'f3', from: 'long', to: 'head', when: 'days > 3' },
    { id: 'f4', from: 'long', to: 'hr' },
    { id: 'f5', from: 'head', to: 'hr' },
    { id: 'f6', from: 'hr', to: 'yes' },
  ],
};

/** begin leader long(head | ) hr yes */
const spell = (links: Link[]): string =>
  links
    .map(link =>
      link.branches ? `${link.node.id}(${link.branches.map(branch => spell(branch.links)).join(' | ')})` : link.node.id,
    )
    .join(' ');

describe('a process read as a chain', () => {
  it('shows branches side by side and goes on where they meet', () => {
    expect(spell(chainOf(leave))).toBe('begin leader long(head | ) hr yes');
  });

  it('takes a node in at a plus, also inside an empty branch', () => {
    const { process } = insertInto(leave, 'f4', { type: 'approve' });
    expect(spell(chainOf(process))).toBe('begin leader long(head | n1) hr yes');
  });

  it('forks in two, the condition first and the rest last', () => {
    const { process, id } = insertFork(leave, 'f6', { fork: '?', step: { type: 'approve' }, when: 'TRUE' });
    expect(spell(chainOf(process))).toBe('begin leader long(head | ) hr n1(n2 | ) yes');
    const more = addBranch(process, id, meetingOf(process, id) ?? '', { type: 'approve' }, 'FALSE');
    expect(spell(chainOf(more))).toBe('begin leader long(head | ) hr n1(n2 | n3 | ) yes');
    expect(more.flows.filter(flow => flow.from === id && flow.when === undefined)).toHaveLength(1);
  });

  it('closes the gap when a node goes', () => {
    expect(spell(chainOf(removeNode(leave, 'leader')))).toBe('begin long(head | ) hr yes');
    expect(spell(chainOf(removeNode(leave, 'head')))).toBe('begin leader long( | ) hr yes');
  });

  it('takes a fork away with all its branches and leaves no flow hanging', () => {
    const rest = removeNode(leave, 'long');
    expect(spell(chainOf(rest))).toBe('begin leader hr yes');
    const ids = new Set(rest.nodes.map(node => node.id));
    expect(rest.flows.every(flow => ids.has(flow.from) && ids.has(flow.to))).toBe(true);
  });

  it('ends the fork when its last condition goes', () => {
    expect(spell(chainOf(removeBranch(leave, 'f3')))).toBe('begin leader hr yes');
    expect(removeBranch(leave, 'f4')).toBe(leave);
  });

  it('does not run in circles when a flow leads back', () => {
    const looped = { ...leave, flows: [...leave.flows.slice(0, -1), { id: 'f6', from: 'hr', to: 'leader' }] };
    expect(spell(chainOf(looped))).toBe('begin leader long(head | ) hr');
  });
});
