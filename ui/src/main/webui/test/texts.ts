import { parseSync } from 'vite';
import type { Source } from './sources';

const READ_BY_PEOPLE = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'aria-description',
  'help',
  'text',
]);
const CJK = /[\u3400-\u9fff\u3000-\u303f\uff01-\uff5e]/;
const LETTERS = /\p{L}{2,}/u;

interface Node {
  type: string;
  [part: string]: unknown;
}

/** Words that a component carries itself instead of taking them from the language files. */
export function ownTexts({ path, text }: Source): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: string[] = [];
  walk(program as unknown as Node, node => {
    const words = wordsOf(node);
    if (words) found.push(`${path}: ${words.trim()}`);
  });
  return found;
}

function wordsOf(node: Node): string | null {
  if (node.type === 'JSXText')
    return LETTERS.test(String(node.value)) || CJK.test(String(node.value)) ? String(node.value) : null;
  if (node.type === 'Literal' && typeof node.value === 'string') return CJK.test(node.value) ? node.value : null;
  if (node.type === 'TemplateElement') {
    const { cooked } = node.value as { cooked: string };
    return CJK.test(cooked) ? cooked : null;
  }
  if (node.type === 'JSXAttribute') {
    const name = (node.name as { name: string }).name;
    const value = node.value as { type: string; value: unknown } | null;
    const literal = value?.type === 'Literal' ? String(value.value) : '';
    return READ_BY_PEOPLE.has(name) && LETTERS.test(literal) && !CJK.test(literal) && /\s|^\p{Lu}/u.test(literal)
      ? literal
      : null;
  }
  return null;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) {
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string') walk(child as Node, visit);
    }
  }
}

/** Keys that the sources ask for by name: `t('area:key')`, or without an area where `useTranslation('area')` stands in the file. */
export function askedKeys({ text }: Source): { areas: string[]; key: string }[] {
  const areas = [...text.matchAll(/useTranslation\((?:'([^']*)')?\)/g)].map(([, area]) => area ?? 'common');
  return [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, asked = '']) => {
    const [area, key] = asked.includes(':') ? asked.split(':', 2) : [undefined, asked];
    return { areas: area ? [area] : areas.length ? areas : ['common'], key: key ?? '' };
  });
}
