import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef } from '@/api/types';
import { say } from '@/i18n';
import input from '@/lib/input.module.css';
import css from './FormulaBox.module.css';

/** Functions offered beside the box, by kind; each has a line and an example in the language files. */
const FUNCTIONS = ['IF', 'AND', 'OR', 'NOT', 'ISBLANK', 'SUM', 'COUNT', 'ROUND', 'MIN', 'MAX', 'DAYS', 'TODAY', 'YEAR'];

interface Props {
  label: string;
  value: string;
  fields: readonly FieldDef[];
  /** What is wrong with it, in words; empty when it is right. */
  fault?: string;
  onChange: (formula: string) => void;
}

/** Where a formula is written: the text, the fields to put in by a click, the functions with what they do. */
export function FormulaBox({ label, value, fields, fault, onChange }: Props) {
  const { t } = useTranslation('designer');
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const put = (text: string, back = 0) => {
    const element = box.current;
    const [from, to] = [element?.selectionStart ?? value.length, element?.selectionEnd ?? value.length];
    onChange(value.slice(0, from) + text + value.slice(to));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + text.length - back, from + text.length - back);
    });
  };
  return (
    <div className={css.formula}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={box}
        className={input.input}
        rows={3}
        spellCheck={false}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={event => onChange(event.target.value)}
      />
      {fault && (
        <p id={`${id}-fault`} role="alert" className={css.fault}>
          {fault}
        </p>
      )}
      <div className={css.chips} role="group" aria-label={t('formula.fields')}>
        {fields
          .flatMap(field => paths(field, t))
          .map(({ path, name }) => (
            <button key={path} type="button" className={css.chip} title={path} onClick={() => put(path)}>
              {name}
            </button>
          ))}
      </div>
      <details className={css.functions}>
        <summary>{t('formula.functions')}</summary>
        <dl>
          {FUNCTIONS.map(name => (
            <div key={name}>
              <dt>
                <button type="button" className={css.chip} onClick={() => put(`${name}()`, 1)}>
                  {name}
                </button>
              </dt>
              <dd>
                {t(`formula.${name}.does`)}
                <code>{t(`formula.${name}.example`)}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** What of a field a formula can name: the field, the ends of a range, the columns of a sub-table. */
function paths(field: FieldDef, t: (key: string) => string): { path: string; name: string }[] {
  const name = say(field.label, field.key);
  if (field.type === 'daterange')
    return ['start', 'end'].map(part => ({ path: `${field.key}.${part}`, name: `${name}.${t(`fields:${part}`)}` }));
  if (field.type === 'money') return [{ path: `${field.key}.amount`, name }];
  const columns = field.fields as FieldDef[] | undefined;
  if (columns)
    return columns.map(column => ({
      path: `${field.key}.${column.key}`,
      name: `${name}.${say(column.label, column.key)}`,
    }));
  return [{ path: field.key, name }];
}
