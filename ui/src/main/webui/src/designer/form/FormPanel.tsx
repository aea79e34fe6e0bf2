import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordType, TableRule } from '@/api/types';
import { Setting } from '@/fields/parts/settings';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import input from '@/lib/input.module.css';
import { freeKey, keyFrom } from '@/lib/keys';
import { type Desk, said } from '../model/design';
import { setDocument, setRules } from '../model/edits';
import { useDesign } from '../model/store';
import { useFormOn } from '../parts/desk';
import { FormulaBox } from '../parts/FormulaBox';
import { Title } from './FieldPanel';
import css from './FormDesigner.module.css';

/** The form and its table as a whole: names, the field a link shows, rules with their message, business kinds. */
export function FormPanel({ desk }: { desk: Desk }) {
  const { t } = useTranslation('designer');
  const { form, table } = useFormOn(desk);
  const perform = useDesign(state => state.do);
  const design = useDesign(state => state.history.design);
  if (!form || !table) return null;
  const setForm = (words: Record<string, unknown>) => perform(setDocument(design, desk.form, words));
  const setTable = (words: Record<string, unknown>) => perform(setDocument(design, desk.table, words));
  return (
    <>
      <Title label={t('form.title')} value={form.label} onChange={label => setForm({ label })} />
      <Title
        label={t('form.submit')}
        value={form.submit?.label}
        onChange={label => setForm({ submit: nonEmpty({ ...form.submit, label }) })}
      />
      <Title
        label={t('form.thanks')}
        value={form.submit?.thanks}
        onChange={thanks => setForm({ submit: nonEmpty({ ...form.submit, thanks }) })}
      />
      {(table.types ?? []).length > 0 && (
        <Setting label={t('form.type')}>
          {id => (
            <select
              id={id}
              className={input.input}
              value={form.type ?? ''}
              onChange={event => setForm({ type: event.target.value || undefined })}
            >
              <option value="">{t('form.firstType')}</option>
              {(table.types ?? []).map(type => (
                <option key={type.key} value={type.key}>
                  {say(type.label, type.key)}
                </option>
              ))}
            </select>
          )}
        </Setting>
      )}
      <h3 className={css.part}>{t('form.table')}</h3>
      <Title label={t('form.tableTitle')} value={table.label} onChange={label => setTable({ label })} />
      <Setting label={t('form.shownAs')}>
        {id => (
          <select
            id={id}
            className={input.input}
            value={table.title ?? ''}
            onChange={event => setTable({ title: event.target.value })}
          >
            {table.fields.map(field => (
              <option key={field.key} value={field.key}>
                {say(field.label, field.key)}
              </option>
            ))}
          </select>
        )}
      </Setting>
      <Rules rules={table.rules ?? []} desk={desk} onChange={rules => perform(setRules(design, desk.table, rules))} />
      <Types types={table.types ?? []} onChange={types => setTable({ types })} />
    </>
  );
}

const nonEmpty = (words: Record<string, unknown>) => {
  const kept = said(words);
  return Object.keys(kept).length ? kept : undefined;
};

function Rules({ rules, desk, onChange }: { rules: TableRule[]; desk: Desk; onChange: (rules: TableRule[]) => void }) {
  const { t } = useTranslation('designer');
  const { table } = useFormOn(desk);
  const set = (at: number, words: Partial<TableRule>) =>
    onChange(rules.map((rule, index) => (index === at ? (said({ ...rule, ...words }) as unknown as TableRule) : rule)));
  return (
    <section aria-label={t('rules.title')}>
      <h3 className={css.part}>{t('rules.title')}</h3>
      <p className={css.hint}>{t('rules.hint')}</p>
      {rules.map((rule, at) => (
        <div key={rule.key} className={css.card}>
          <div className={css.cardHead}>
            <b>{t('rules.one', { number: at + 1 })}</b>
            <IconButton
              label={t('rules.drop', { number: at + 1 })}
              onClick={() => onChange(rules.filter(other => other !== rule))}
            >
              <Trash2 size={14} />
            </IconButton>
          </div>
          <FormulaBox
            label={t('rules.check')}
            value={rule.check ?? ''}
            fields={table?.fields ?? []}
            onChange={check => set(at, { check })}
          />
          <Title label={t('rules.message')} value={rule.message} onChange={message => set(at, { message })} />
          <Setting label={t('rules.at')}>
            {id => (
              <select
                id={id}
                className={input.input}
                value={rule.at ?? ''}
                onChange={event => set(at, { at: event.target.value || undefined })}
              >
                <option value="">{t('rules.nowhere')}</option>
                {table?.fields.map(field => (
                  <option key={field.key} value={field.key}>
                    {say(field.label, field.key)}
                  </option>
                ))}
              </select>
            )}
          </Setting>
        </div>
      ))}
      <Button
        small
        icon={<Plus size={15} />}
        onClick={() =>
          onChange([
            ...rules,
            {
              key: freeKey(
                'rule',
                rules.map(rule => rule.key),
              ),
              check: 'TRUE',
            },
          ])
        }
      >
        {t('rules.add')}
      </Button>
    </section>
  );
}

function Types({ types, onChange }: { types: RecordType[]; onChange: (types: RecordType[]) => void }) {
  const { t } = useTranslation('designer');
  const add = async () => {
    const label = t('types.new', { number: types.length + 1 });
    const key = await keyFrom(
      label,
      types.map(type => type.key),
    );
    onChange([...types, { key, label }]);
  };
  return (
    <section aria-label={t('types.title')}>
      <h3 className={css.part}>{t('types.title')}</h3>
      <p className={css.hint}>{t('types.hint')}</p>
      {types.map((type, at) => (
        <div key={type.key} className={css.row}>
          <input
            className={input.input}
            aria-label={t('types.name', { number: at + 1 })}
            value={say(type.label, type.key)}
            onChange={event =>
              onChange(types.map((other, i) => (i === at ? { ...other, label: event.target.value } : other)))
            }
          />
          <IconButton
            label={t('types.drop', { name: say(type.label, type.key) })}
            onClick={() => onChange(types.filter(other => other !== type))}
          >
            <Trash2 size={14} />
          </IconButton>
        </div>
      ))}
      <Button small icon={<Plus size={15} />} onClick={() => void add()}>
        {t('types.add')}
      </Button>
    </section>
  );
}
