/** One entry of `who` as the designer offers it; entries it does not know are kept and shown as they are. */
export type WhoEntry = Record<string, unknown>;

/** The kinds a person chooses from, and what each starts as. */
export const WHO_KINDS: Record<string, WhoEntry> = {
  leader: { leader: '=$starter' },
  head: { head: '=$starter.department' },
  role: { role: '' },
  position: { position: '' },
  field: { field: '' },
};

export const kindOf = (entry: WhoEntry) => Object.keys(WHO_KINDS).find(kind => kind in entry) ?? 'other';

type Words = (key: string, words?: Record<string, unknown>) => string;

/** Who will approve, in words: 发起人的直接主管、人事. */
export function whoInWords(who: unknown, t: Words): string {
  if (!Array.isArray(who)) return '';
  return (who as WhoEntry[]).map(entry => oneInWords(entry, t)).join(t('designer:who.and'));
}

function oneInWords(entry: WhoEntry, t: Words): string {
  const kind = kindOf(entry);
  const level = Number(entry.level ?? (kind === 'leader' ? 1 : 0));
  if (kind === 'leader') return level > 1 ? t('designer:who.leaderUp', { level }) : t('designer:who.leader');
  if (kind === 'head') return level > 0 ? t('designer:who.headUp', { level }) : t('designer:who.head');
  if (kind === 'other') return JSON.stringify(entry);
  return t(`designer:who.${kind}Of`, { name: String(entry[kind] || t('designer:who.unset')) });
}
