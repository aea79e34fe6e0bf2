import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Words for people in a document: one text, or one per language. */
export type Label = string | Record<string, string>;

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' });

/** All words of the screen: language → area → words. Each area is a file of its own in each language. */
export const words: Record<string, Record<string, Record<string, unknown>>> = {};
for (const [path, content] of Object.entries(files)) {
  const [, language = '', area = ''] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  words[language] = { ...words[language], [area]: content };
}

/** Chinese is complete; whatever another language lacks appears in Chinese, never as a key. */
export const i18n = i18next.createInstance();
i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  defaultNS: 'common',
  ns: Object.keys(words['zh-CN'] ?? {}),
  resources: words as never,
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** Picks the words for the reader out of a document's label; an absent label is its key. */
export function say(label: Label | null | undefined, key = ''): string {
  if (label === null || label === undefined) return key;
  if (typeof label === 'string') return label;
  return label[i18n.language] ?? label['zh-CN'] ?? Object.values(label)[0] ?? key;
}
