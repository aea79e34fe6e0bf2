import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldTypes } from '@/fields';
import { i18n } from '@/i18n';

const contract = join(process.cwd(), '../../../../contract/type-keys.json');

describe('the types of fields', () => {
  it.skipIf(!existsSync(contract))('are the same as the server knows', () => {
    const keys = JSON.parse(readFileSync(contract, 'utf8')) as { fields: string[] };
    expect(
      fieldTypes
        .all()
        .map(type => type.key)
        .sort(),
    ).toEqual([...keys.fields].sort());
  });

  it.each(fieldTypes.all().map(type => [type.key]))('%s has a name in the language files', key => {
    expect(i18n.exists(`fields:type.${key}`)).toBe(true);
  });

  it('offer only operators that have a name', () => {
    const operators = new Set(fieldTypes.all().flatMap(type => type.operators));
    expect([...operators].filter(operator => !i18n.exists(`fields:operator.${operator}`))).toEqual([]);
  });
});
