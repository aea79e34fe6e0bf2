import { useTranslation } from 'react-i18next';
import type { FieldDef, LayoutElement } from '@/api/types';
import { fieldTypes } from '@/fields';
import { Setting } from '@/fields/parts/settings';
import { RecordField } from '@/fields/RecordField';
import { say } from '@/i18n';
import input from '@/lib/input.module.css';
import { type Desk, fieldOf, itemKey, places } from '../model/design';
import { setField, setItem } from '../model/edits';
import { requiring } from '../model/requires';
import { useDesign } from '../model/store';
import { useFormOn, useLent, useSurroundings } from '../parts/desk';
import { FormulaBox } from '../parts/FormulaBox';
import css from './FormDesigner.module.css';
import { SubtableColumns } from './SubtableColumns';

interface Props {
  desk: Desk;
  item: string;
  onSelect: (key: string | null) => void;
}

const WIDTHS = [3, 4, 6, 8, 12];

/** The selected item: what the table says of its field, then what only this form says. */
export function FieldPanel({ desk, item }: Props) {
  const { t } = useTranslation('designer');
  const { form, table } = useFormOn(desk);
  const perform = useDesign(state => state.do);
  const design = useDesign(state => state.history.design);
  const lent = useLent();
  const held = form && places(form).find(place => itemKey(place.item) === item)?.item;
  const field = fieldOf(table, item);
  const own = (typeof held === 'object' ? held : {}) as Partial<LayoutElement>;
  const setOwn = (words: Record<string, unknown>) => perform(setItem(design, desk.form, item, words));
  // pointing into another app and requiring that app are one edit
  const change = (words: Partial<FieldDef>) => {
    const refs = new Set([words.to, ...((words.fields as FieldDef[] | undefined) ?? []).map(column => column.to)]);
    const used = lent.filter(one => refs.has(`${one.alias}:${one.table}`));
    const before = design['app.json'];
    const app = before && used.reduce(requiring, before);
    perform(setField(design, desk.table, item, words, app === before ? {} : { 'app.json': app }));
  };
  const broad = !field || fieldTypes.find(field.type)?.broad;
  if (!held) return <p className={css.hint}>{t('selectFirst')}</p>;
  return (
    <>
      {field ? (
        <FieldSettings desk={desk} field={field} onChange={change} />
      ) : (
        <Title label={t('prop.title')} value={own.label} onChange={label => setOwn({ label })} />
      )}
      <h3 className={css.part}>{t('prop.onForm')}</h3>
      <Setting label={t('prop.width')}>
        {id => (
          <select
            id={id}
            className={input.input}
            value={own.width ?? (broad ? 12 : 6)}
            onChange={event =>
              setOwn({
                width: Number(event.target.value) === (broad ? 12 : 6) ? undefined : Number(event.target.value),
              })
            }
          >
            {WIDTHS.map(width => (
              <option key={width} value={width}>
                {t(`width.${width}`)}
              </option>
            ))}
          </select>
        )}
      </Setting>
      {field && (
        <>
          {!field.required && (
            <Check label={t('prop.requiredHere')} value={own.required} onChange={required => setOwn({ required })} />
          )}
          <Check label={t('prop.readonlyHere')} value={own.readonly} onChange={readonly => setOwn({ readonly })} />
        </>
      )}
    </>
  );
}

interface FieldProps {
  desk: Desk;
  field: FieldDef;
  onChange: (words: Partial<FieldDef>) => void;
  /** A column of a sub-table: some settings make no sense there. */
  column?: boolean;
}

/** Everything the table says of one field: order as people know it from other tools. */
export function FieldSettings({ desk, field, onChange, column }: FieldProps) {
  const { t } = useTranslation('designer');
  const surroundings = useSurroundings(desk.table);
  const { table } = useFormOn(desk);
  const type = fieldTypes.find(field.type);
  if (!type) return <p className={css.hint}>{t('fields:unknownType', { name: field.key, type: field.type })}</p>;
  const { Settings } = type;
  const entered = Boolean(type.Input) && !field.formula;
  const formulas = table?.fields.filter(other => other.key !== field.key) ?? [];
  const siblings = column ? (table?.fields.flatMap(f => (f.fields as FieldDef[] | undefined) ?? []) ?? []) : formulas;
  return (
    <>
      <p className={css.kind}>
        <type.Icon size={15} />
        {t(`fields:type.${field.type}`)}
        <code>{field.key}</code>
      </p>
      <Title label={t('prop.title')} value={field.label} onChange={label => onChange({ label })} />
      <Title label={t('prop.help')} value={field.help} onChange={help => onChange({ help })} />
      <Settings field={field} surroundings={surroundings} onChange={onChange} />
      {field.type === 'subtable' && <SubtableColumns desk={desk} field={field} onChange={onChange} />}
      {'formula' in type.defaults || field.formula !== undefined || field.type === 'formula' ? (
        <FormulaBox
          label={t('prop.formula')}
          value={field.formula ?? ''}
          fields={siblings}
          onChange={formula => onChange({ formula: formula || undefined })}
        />
      ) : null}
      {entered && (
        <>
          {field.type !== 'subtable' && field.type !== 'file' && (
            <DefaultSetting field={field} fields={siblings} onChange={onChange} />
          )}
          <h3 className={css.part}>{t('prop.checks')}</h3>
          <Check label={t('prop.required')} value={field.required} onChange={required => onChange({ required })} />
          {!column && <Check label={t('prop.unique')} value={field.unique} onChange={unique => onChange({ unique })} />}
        </>
      )}
    </>
  );
}

interface DefaultProps {
  field: FieldDef;
  fields: FieldDef[];
  onChange: (words: Partial<FieldDef>) => void;
}

/** A default is a value entered with the type's own input, or a formula behind `=`. */
function DefaultSetting({ field, fields, onChange }: DefaultProps) {
  const { t } = useTranslation('designer');
  const asFormula = typeof field.default === 'string' && field.default.startsWith('=');
  return (
    <>
      <h3 className={css.part}>{t('prop.default')}</h3>
      <Setting label={t('prop.defaultKind')}>
        {id => (
          <select
            id={id}
            className={input.input}
            value={asFormula ? 'formula' : 'value'}
            onChange={event => onChange({ default: event.target.value === 'formula' ? '=' : undefined })}
          >
            <option value="value">{t('prop.defaultValue')}</option>
            <option value="formula">{t('prop.defaultFormula')}</option>
          </select>
        )}
      </Setting>
      {asFormula ? (
        <FormulaBox
          label={t('prop.formula')}
          value={String(field.default).slice(1)}
          fields={fields}
          onChange={formula => onChange({ default: `=${formula}` })}
        />
      ) : (
        <RecordField
          field={{
            ...field,
            label: t('prop.defaultValue'),
            help: undefined,
            required: false,
            key: `default_${field.key}`,
          }}
          value={field.default ?? null}
          onChange={value => onChange({ default: value ?? undefined })}
        />
      )}
    </>
  );
}

interface TitleProps {
  label: string;
  value: FieldDef['label'];
  onChange: (label: FieldDef['label']) => void;
}

/** A text for people; a label with languages keeps the others when one is changed. */
export function Title({ label, value, onChange }: TitleProps) {
  const change = (text: string) =>
    onChange(typeof value === 'object' ? { ...value, 'zh-CN': text } : text || undefined);
  return (
    <Setting label={label}>
      {id => (
        <input id={id} className={input.input} value={say(value)} onChange={event => change(event.target.value)} />
      )}
    </Setting>
  );
}

export function Check({
  label,
  value,
  onChange,
}: {
  label: string;
  value?: boolean;
  onChange: (on?: boolean) => void;
}) {
  return (
    <label className={css.check}>
      <input type="checkbox" checked={Boolean(value)} onChange={event => onChange(event.target.checked || undefined)} />
      {label}
    </label>
  );
}
