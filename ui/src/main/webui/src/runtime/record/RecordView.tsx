import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordData, SeenApp } from '@/api/types';
import { isEmpty } from '@/fields/FieldType';
import { RecordField } from '@/fields/RecordField';
import { fieldOf, fieldValue } from '@/fields/system';
import { FormLayout } from '../form/FormLayout';
import { NO_FAULTS } from '../form/faults';
import { derivedForm, formFor, placedFields } from '../form/layout';
import type { Shape } from '../form/shape';
import css from './RecordDrawer.module.css';

const SYSTEM = ['type', 'owner', 'department', 'company', 'created_at', 'created_by', 'updated_at', 'updated_by'];

/** A record to be read, laid out as its form; fields the form leaves out follow, then where it came from. */
export function RecordView({ app, tableKey, record }: { app: SeenApp; tableKey: string; record: RecordData }) {
  const { t } = useTranslation('runtime');
  const table = app.tables[tableKey];
  const layout = useMemo(() => {
    if (!table) return [];
    const { form } = formFor(app, tableKey, record.type);
    const placed = new Set(placedFields(form, table).map(({ field }) => field.key));
    const rest = derivedForm(tableKey, table, null).layout.filter(
      item => !placed.has(String(item)) && item !== table.title,
    );
    return [...form.layout, ...rest.filter(key => !isEmpty(record.values[String(key)]))];
  }, [app, table, tableKey, record]);
  if (!table) return null;

  const hides = table.types?.find(type => type.key === record.type)?.hides ?? [];
  const shape: Shape = {
    values: record.values,
    notes: [],
    hidden: new Set<string>(),
    fields: Object.fromEntries(
      table.fields.map(field => [
        field.key,
        {
          visible: !field.hidden && !hides.includes(field.key),
          required: false,
          readonly: true,
          value: record.values[field.key] ?? null,
        },
      ]),
    ),
  };
  const system = SYSTEM.flatMap(key => fieldOf(table, key) ?? []).filter(
    field => !isEmpty(fieldValue(record, field.key)),
  );
  return (
    <>
      <FormLayout
        items={layout}
        fields={new Map(table.fields.map(field => [field.key, field]))}
        shape={shape}
        faults={NO_FAULTS}
        shown
        onChange={() => undefined}
      />
      <section className={css.system} aria-label={t('record.system')}>
        {system.map(field => (
          <RecordField key={field.key} field={field} value={fieldValue(record, field.key)} shown />
        ))}
      </section>
    </>
  );
}
