import { create } from 'zustand';
import { editDraft, getDocument, getDocuments } from '@/api/draft';
import type { Command } from './command';
import type { Design } from './design';
import { begin, type History, perform, redo, undo } from './history';

interface Designing {
  app: string | null;
  history: History;
  /** The documents as the server has them, with their tags: what is dirty is derived, never kept. */
  saved: Design;
  etags: Readonly<Record<string, string>>;
  saving: boolean;
  open: (app: string) => Promise<void>;
  do: (command: Command) => void;
  undo: () => void;
  redo: () => void;
  /** Sends all changed documents in one edit. A refusal is thrown and nothing is forgotten. */
  save: () => Promise<string[]>;
  /** After a stale edit: takes over the colleague's tags, so that the next save writes over theirs knowingly. */
  keepMine: (paths: string[]) => Promise<void>;
  /** After a stale edit: takes the colleague's documents and drops one's own. */
  takeTheirs: (paths: string[]) => Promise<void>;
}

/** The design on the desk. Server state of published apps lives in the query cache; this is the one document being typed. */
export const useDesign = create<Designing>((set, get) => ({
  app: null,
  history: begin({}),
  saved: {},
  etags: {},
  saving: false,

  async open(app) {
    const fetched = Object.entries(await getDocuments(app));
    const saved = Object.fromEntries(fetched.map(([path, { document }]) => [path, document]));
    const etags = Object.fromEntries(fetched.map(([path, { etag }]) => [path, etag]));
    set({ app, saved, etags, history: begin(saved) });
  },

  do: command => set(({ history }) => ({ history: perform(history, command) })),
  undo: () => set(({ history }) => ({ history: undo(history) })),
  redo: () => set(({ history }) => ({ history: redo(history) })),

  async save() {
    const { app, history, saved, etags, saving } = get();
    const paths = changed(saved, history.design);
    if (app === null || saving || paths.length === 0) return [];
    const sent = history.design;
    set({ saving: true });
    try {
      await editDraft(app, {
        put: Object.fromEntries(paths.filter(path => sent[path]).map(path => [path, sent[path]])),
        delete: paths.filter(path => !sent[path]),
        ifMatch: Object.fromEntries(paths.flatMap(path => (etags[path] ? [[path, etags[path]]] : []))),
      });
      const tags = await Promise.all(
        paths.filter(path => sent[path]).map(async path => [path, (await getDocument(app, path)).etag]),
      );
      const kept = Object.entries(get().etags).filter(([path]) => sent[path]);
      set({ saved: sent, etags: { ...Object.fromEntries(kept), ...Object.fromEntries(tags) } });
      return paths;
    } finally {
      set({ saving: false });
    }
  },

  async keepMine(paths) {
    const { app } = get();
    if (app === null) return;
    const theirs = await Promise.all(paths.map(async path => [path, (await getDocument(app, path)).etag]));
    set(({ etags }) => ({ etags: { ...etags, ...Object.fromEntries(theirs) } }));
  },

  async takeTheirs(paths) {
    const { app } = get();
    if (app === null) return;
    const theirs = await Promise.all(paths.map(async path => ({ path, ...(await getDocument(app, path)) })));
    const documents = Object.fromEntries(theirs.map(({ path, document }) => [path, document]));
    set(({ saved, etags, history }) => ({
      saved: { ...saved, ...documents },
      etags: { ...etags, ...Object.fromEntries(theirs.map(({ path, etag }) => [path, etag])) },
      history: begin({ ...history.design, ...documents }),
    }));
  },
}));

/** Paths whose documents differ. Documents are never changed in place, so most are told apart by identity. */
export function changed(saved: Design, design: Design): string[] {
  const paths = new Set([...Object.keys(saved), ...Object.keys(design)]);
  return [...paths]
    .filter(path => saved[path] !== design[path] && JSON.stringify(saved[path]) !== JSON.stringify(design[path]))
    .sort();
}

export const useChanged = () => useDesign(({ saved, history }) => changed(saved, history.design).length > 0);
