import type { FieldDef, FormDef, LayoutElement, LayoutItem, SeenApp, TableDef } from '@/api/types';

/** What one fills in: the form's document and, if it is published, its key. */
export interface ChosenForm {
  key: string | null;
  form: FormDef;
}

/** The form for a new record of a type: the type's own, else one made for it, else any of the table, else all its fields. */
export function formFor(app: SeenApp, tableKey: string, type: string | null): ChosenForm {
  const table = app.tables[tableKey];
  const named = table?.types?.find(entry => entry.key === type)?.form?.replace(/^forms\//, '');
  const forms = Object.entries(app.forms).filter(([, form]) => form.table === tableKey);
  const found =
    forms.find(([key]) => key === named) ??
    forms.find(([, form]) => type !== null && form.type === type) ??
    forms.find(([, form]) => !form.type);
  return found ? { key: found[0], form: found[1] } : { key: null, form: derivedForm(tableKey, table, type) };
}

export function derivedForm(tableKey: string, table: TableDef | undefined, type: string | null): FormDef {
  const layout = (table?.fields ?? []).filter(field => !field.hidden).map(field => field.key);
  return { label: table?.label, table: tableKey, ...(type && { type }), layout };
}

export const elementOf = (item: LayoutItem): LayoutElement => (typeof item === 'string' ? { key: item } : item);

/** A field in the order of the form, groups opened up. */
export interface PlacedField {
  element: LayoutElement;
  field: FieldDef;
  /** Keys of the groups around it, the outermost first. */
  within: readonly string[];
}

export function placedFields(form: FormDef, table: TableDef): PlacedField[] {
  const open = (items: LayoutItem[], within: readonly string[]): PlacedField[] =>
    items.flatMap(item => {
      const element = elementOf(item);
      if (element.items) return open(element.items, [...within, element.key]);
      const field = element.type ? undefined : table.fields.find(candidate => candidate.key === element.key);
      return field ? [{ element, field, within }] : [];
    });
  return open(form.layout, []);
}
