/** Names of the system columns: no field may take one. */
const RESERVED = new Set([
  ...['id', 'type', 'state', 'owner', 'company', 'department', 'version'],
  ...['created_at', 'created_by', 'updated_at', 'updated_by'],
]);

export const KEY = /^[a-z][a-z0-9_]{0,47}$/;

/** Proposes a key for a name by pinyin; what is taken or reserved gets a number. The sounds are loaded only when asked for. */
export async function keyFrom(name: string, taken: Iterable<string> = []): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  return freeKey(pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('_'), taken);
}

/** The nearest key to a Latin text that nobody has. */
export function freeKey(text: string, taken: Iterable<string> = []): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
  const base = plain || 'item';
  const used = new Set([...taken, ...RESERVED]);
  let key = base;
  for (let number = 2; used.has(key); number++) key = `${base}_${number}`;
  return key;
}
