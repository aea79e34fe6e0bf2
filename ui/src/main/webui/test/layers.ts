import { dirname, posix } from 'node:path';
import type { Source } from './sources';

/** Folders from the ground up: an import may only point down, or stay in its own folder. */
const FLOORS: Record<string, number> = {
  formula: 0,
  i18n: 0,
  lib: 1,
  api: 2,
  fields: 3,
  nodes: 4,
  views: 4,
  runtime: 5,
  designer: 5,
  app: 6,
};

/** The imports of the front end that point up or sideways. */
export function wrongImports(files: Source[]): string[] {
  return files.flatMap(file => {
    const from = file.path.split('/')[0] ?? '';
    if (!(from in FLOORS)) return [];
    return imports(file).flatMap(target => {
      const to = target.split('/')[0] ?? '';
      const allowed = to === from || (to in FLOORS && (FLOORS[to] ?? 0) < (FLOORS[from] ?? 0));
      return allowed ? [] : [`${file.path} imports ${target}`];
    });
  });
}

function imports(file: Source): string[] {
  const found = file.text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...found].flatMap(([, target = '']) => {
    if (target.startsWith('@/')) return [target.slice(2)];
    if (target.startsWith('.')) return [posix.join(dirname(file.path), target)];
    return [];
  });
}
