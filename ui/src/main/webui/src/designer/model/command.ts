import type { Design, Document } from './design';

/** One edit of a design that can be taken back. */
export interface Command {
  /** A word of the language file `designer:did.<what>`. */
  what: string;
  /** Edits in a row with the same mark melt into one step: typing a title is one undo, not ten. */
  mark?: string;
  execute: (design: Design) => Design;
  revert: (design: Design) => Design;
}

/** An edit that writes whole documents; `undefined` takes one away. Remembers what was there. */
export function documentsCommand(
  what: string,
  before: Design,
  after: Record<string, Document | undefined>,
  mark?: string,
): Command {
  const old = Object.fromEntries(Object.keys(after).map(path => [path, before[path]]));
  return { what, mark, execute: design => write(design, after), revert: design => write(design, old) };
}

function write(design: Design, documents: Record<string, Document | undefined>): Design {
  const next: Record<string, Document> = { ...design };
  for (const [path, document] of Object.entries(documents)) {
    if (document === undefined) delete next[path];
    else next[path] = document;
  }
  return next;
}
