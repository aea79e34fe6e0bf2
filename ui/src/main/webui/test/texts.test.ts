import { describe, expect, it } from 'vitest';
import { words } from '@/i18n';
import { sources } from './sources';
import { askedKeys, ownTexts } from './texts';

const files = sources();

/** What a reader may type or the law of a notation says; not words of the screen. */
const NOT_WORDS = new Set(['lib/dates.ts', 'lib/decimal.ts', 'formula/lexer.ts']);

describe('the words of the screen', () => {
  it('stand in the language files, in no component', () => {
    expect(files.filter(file => !NOT_WORDS.has(file.path)).flatMap(ownTexts)).toEqual([]);
  });

  it.each([
    ['text between tags', '<p>保存</p>'],
    ['an English text between tags', '<p>Save now</p>'],
    ['an attribute people read', '<input placeholder="Your name" />'],
    ['a Chinese attribute', '<img alt="标志" />'],
    ['a string in code', "<p>{flag ? '是' : '否'}</p>"],
    ['a template', '<p>{`第 ${n} 行`}</p>'],
  ])('are found when planted as %s', (_, jsx) => {
    const planted = { path: 'Planted.tsx', text: `export const Planted = ({ flag, n }) => ${jsx};` };
    expect(ownTexts(planted)).not.toEqual([]);
  });

  it('exist for every key that is asked for', () => {
    const missing = files.flatMap(file =>
      askedKeys(file)
        .filter(({ areas, key }) => !areas.some(area => has(area, key)))
        .map(({ areas, key }) => `${file.path} asks for ${areas.join('|')}:${key}`),
    );
    expect(missing).toEqual([]);
  });
});

function has(area: string, key: string): boolean {
  const found = key.split('.').reduce<unknown>((at, part) => {
    const words = at as Record<string, unknown> | undefined;
    return words?.[part] ?? words?.[`${part}_other`];
  }, words['zh-CN']?.[area]);
  return typeof found === 'string';
}
