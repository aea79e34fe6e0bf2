// Weighs what a first visit loads: the entry, what it imports, and the one lazy entry that the address chooses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const KB = 1024;

/** Gzipped bytes; the workbench may load its first page, the phone's form its page. */
const BUDGETS = [
  { name: 'workbench', entries: ['index.html', 'src/app/entry.tsx', 'src/app/Workbench.tsx'], limit: 450 * KB },
  { name: 'form page', entries: ['index.html', 'src/runtime/phone/entry.tsx'], limit: 250 * KB },
];

function closure(key, seen = new Set()) {
  if (seen.has(key) || !manifest[key]) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

let over = false;
for (const { name, entries, limit } of BUDGETS) {
  const keys = new Set(entries.flatMap(entry => [...closure(entry)]));
  const files = new Set([...keys].flatMap(key => [manifest[key].file, ...(manifest[key].css ?? [])]));
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  over ||= bytes > limit;
  console.log(`${name}: ${(bytes / KB).toFixed(1)} KB gzip in ${files.size} files, limit ${limit / KB} KB`);
}
if (over) {
  console.error('over the budget');
  process.exit(1);
}
