import type { FieldDef, Option } from '@/api/types';
import { say } from '@/i18n';
import type { Choice } from '@/lib/Picker';

/** The options of a choice; one written as its key alone says nothing more about itself. */
export function optionsOf(field: FieldDef): Option[] {
  const options = Array.isArray(field.options) ? (field.options as (string | Option)[]) : [];
  return options.map(option => (typeof option === 'string' ? { key: option } : option));
}

export function choicesOf(field: FieldDef): Choice[] {
  return optionsOf(field).map(option => ({
    key: option.key,
    label: say(option.label, option.key),
    color: option.color,
  }));
}

/** An option that was taken away since keeps its key as its name. */
export function choiceFor(field: FieldDef, key: string): Choice {
  return choicesOf(field).find(choice => choice.key === key) ?? { key, label: key };
}
