import type { Label } from '@/i18n';

export interface NodeDef {
  id: string;
  type: string;
  label?: Label;
  settings?: Record<string, unknown>;
}

export interface FlowDef {
  id: string;
  from: string;
  to: string;
  when?: string;
  on?: string;
  label?: Label;
}

/** A process document as far as the designer writes it; whatever else it holds is kept. */
export interface ProcessDef {
  format?: string;
  label?: Label;
  table: string;
  starts: { key: string; on: string; types?: string[]; [word: string]: unknown }[];
  options?: Record<string, unknown>;
  results?: Record<string, string>;
  nodes: NodeDef[];
  flows: FlowDef[];
  [word: string]: unknown;
}

/** One card of the vertical chain; a fork carries its branches side by side, each ended by the place they meet again. */
export interface Link {
  node: NodeDef;
  /** The flow that leads on from it; absent at an end, and at a fork (its branches lead on). */
  next?: FlowDef;
  branches?: Branch[];
}

export interface Branch {
  flow: FlowDef;
  links: Link[];
}

const onward = (process: ProcessDef, id: string) =>
  process.flows.filter(flow => flow.from === id && (flow.on === undefined || flow.on === 'done'));
const nodeOf = (process: ProcessDef, id: string) => process.nodes.find(node => node.id === id);

/** The process as people read it, from its start down. */
export function chainOf(process: ProcessDef): Link[] {
  const start = process.nodes.find(node => node.type === 'start');
  return start ? linksFrom(process, start.id, null, new Set()) : [];
}

function linksFrom(process: ProcessDef, from: string, stop: string | null, seen: Set<string>): Link[] {
  const links: Link[] = [];
  let at: string | undefined = from;
  while (at !== undefined && at !== stop && !seen.has(at)) {
    const node = nodeOf(process, at);
    if (!node) break;
    seen.add(at);
    const outs = onward(process, at);
    if (outs.length > 1 || node.type === 'exclusive') {
      const meet = meetingOf(process, at);
      links.push({ node, branches: outs.map(flow => ({ flow, links: linksFrom(process, flow.to, meet, seen) })) });
      at = meet ?? undefined;
    } else {
      links.push({ node, next: outs[0] });
      at = outs[0]?.to;
    }
  }
  return links;
}

/** The first node that every branch reaches: where a fork is whole again. */
function meeting(process: ProcessDef, fork: string, heads: string[]): string | null {
  const reached = heads.map(head => reach(process, head, fork));
  const [first] = reached;
  return first?.find(id => reached.every(ids => ids.includes(id))) ?? null;
}

/** Everything reachable from a node without passing another, the near before the far. */
function reach(process: ProcessDef, from: string, avoid?: string): string[] {
  const order = [from];
  for (const id of order) {
    for (const { to } of onward(process, id)) if (to !== avoid && !order.includes(to)) order.push(to);
  }
  return order;
}

const free = (letter: string, taken: readonly { id: string }[]) => {
  let number = 1;
  while (taken.some(element => element.id === letter + number)) number++;
  return letter + number;
};

/** Puts a node into a flow: what led to its target leads to the node, and the node leads on. */
export function insertInto(
  process: ProcessDef,
  flowId: string,
  node: Omit<NodeDef, 'id'>,
): { process: ProcessDef; id: string } {
  const flow = process.flows.find(candidate => candidate.id === flowId);
  if (!flow) throw new Error(`no flow ${flowId}`);
  const id = free('n', process.nodes);
  const on: FlowDef = { id: free('f', process.flows), from: id, to: flow.to };
  return {
    id,
    process: {
      ...process,
      nodes: [...process.nodes, { id, ...node }],
      flows: [...process.flows.map(other => (other === flow ? { ...flow, to: id } : other)), on],
    },
  };
}

/** A fork in a flow: one branch with a condition and a node of its own, and the way for everything else. */
export function insertFork(
  process: ProcessDef,
  flowId: string,
  words: { fork: string; step: Omit<NodeDef, 'id'>; when: string },
): { process: ProcessDef; id: string } {
  const forked = insertInto(process, flowId, { type: 'exclusive', label: words.fork });
  const rest = forked.process.flows.find(flow => flow.from === forked.id);
  if (!rest) throw new Error('a node that was put into a flow leads on');
  return { id: forked.id, process: addBranch(forked.process, forked.id, rest.to, words.step, words.when) };
}

/** One more branch of a fork, with a first node, that meets the others again. */
export function addBranch(
  process: ProcessDef,
  fork: string,
  meet: string,
  step: Omit<NodeDef, 'id'>,
  when: string,
): ProcessDef {
  const id = free('n', process.nodes);
  const into: FlowDef = { id: free('f', process.flows), from: fork, to: id, when };
  const out: FlowDef = { id: free('f', [...process.flows, into]), from: id, to: meet };
  const rest = process.flows.findIndex(flow => flow.from === fork && flow.when === undefined);
  const flows = [...process.flows];
  flows.splice(rest < 0 ? flows.length : rest, 0, into);
  return { ...process, nodes: [...process.nodes, { id, ...step }], flows: [...flows, out] };
}

/** Where a fork's branches meet; null when some branch goes its own way to an end. */
export const meetingOf = (process: ProcessDef, fork: string) =>
  meeting(
    process,
    fork,
    onward(process, fork).map(flow => flow.to),
  );

/** Takes a node out; what led to it leads on. A fork goes with all its branches. */
export function removeNode(process: ProcessDef, id: string): ProcessDef {
  const outs = onward(process, id);
  const to = outs.length > 1 ? meetingOf(process, id) : (outs[0]?.to ?? null);
  if (to === null) return process;
  const gone = new Set(outs.length > 1 ? between(process, id, to) : [id]);
  return without(process, gone, flow => (gone.has(flow.to) ? { ...flow, to } : flow));
}

/** Takes one branch away with what stands in it; the last two branches are the fork's end, then it goes as a whole. */
export function removeBranch(process: ProcessDef, flowId: string): ProcessDef {
  const flow = process.flows.find(candidate => candidate.id === flowId);
  if (!flow) return process;
  const meet = meetingOf(process, flow.from);
  if (meet === null || flow.when === undefined) return process;
  const rest = { ...process, flows: process.flows.filter(other => other !== flow) };
  const others = new Set(reach(rest, rest.nodes.find(node => node.type === 'start')?.id ?? ''));
  const gone = new Set(process.nodes.map(node => node.id).filter(id => !others.has(id)));
  const pruned = without(rest, gone, other => other);
  return onward(pruned, flow.from).length > 1 ? pruned : removeNode(pruned, flow.from);
}

/** The fork and everything that only its branches lead to. */
function between(process: ProcessDef, fork: string, meet: string): string[] {
  const beyond = new Set(reach(process, meet));
  return [fork, ...reach(process, fork).filter(id => id !== fork && !beyond.has(id))];
}

function without(process: ProcessDef, gone: Set<string>, mend: (flow: FlowDef) => FlowDef): ProcessDef {
  return {
    ...process,
    nodes: process.nodes.filter(node => !gone.has(node.id)),
    flows: process.flows
      .filter(flow => !gone.has(flow.from))
      .map(mend)
      .filter(flow => !gone.has(flow.to)),
  };
}

export function setNode(process: ProcessDef, id: string, words: Partial<NodeDef>): ProcessDef {
  return { ...process, nodes: process.nodes.map(node => (node.id === id ? { ...node, ...words } : node)) };
}

export function setFlow(process: ProcessDef, id: string, words: Partial<FlowDef>): ProcessDef {
  return { ...process, flows: process.flows.map(flow => (flow.id === id ? { ...flow, ...words } : flow)) };
}
