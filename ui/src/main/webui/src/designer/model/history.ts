import type { Command } from './command';
import type { Design } from './design';

/** A design with the way back and forth. Immutable. */
export interface History {
  design: Design;
  past: readonly Command[];
  future: readonly Command[];
}

export const begin = (design: Design): History => ({ design, past: [], future: [] });

/** Does an edit. What was undone before can no longer be redone. */
export function perform(history: History, command: Command): History {
  const design = command.execute(history.design);
  const last = history.past.at(-1);
  const melts = last?.mark !== undefined && last.mark === command.mark;
  const step = melts ? together(last, command) : command;
  return { design, past: [...(melts ? history.past.slice(0, -1) : history.past), step], future: [] };
}

/** Two edits as one: the way back goes through both, for they need not have touched the same documents. */
function together(first: Command, second: Command): Command {
  return {
    ...second,
    execute: design => second.execute(first.execute(design)),
    revert: design => first.revert(second.revert(design)),
  };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    design: last.revert(history.design),
    past: history.past.slice(0, -1),
    future: [{ ...last, mark: undefined }, ...history.future],
  };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { design: next.execute(history.design), past: [...history.past, next], future };
}
