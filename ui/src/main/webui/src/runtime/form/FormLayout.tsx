import { type ReactNode, useState } from 'react';
import type { FieldDef, LayoutElement, LayoutItem } from '@/api/types';
import { fieldTypes } from '@/fields';
import { RecordField } from '@/fields/RecordField';
import { say } from '@/i18n';
import css from './FormLayout.module.css';
import type { Faults } from './faults';
import { elementOf } from './layout';
import type { Shape } from './shape';

interface Props {
  items: LayoutItem[];
  fields: ReadonlyMap<string, FieldDef>;
  shape: Shape;
  faults: Faults;
  /** Only to be read. */
  shown?: boolean;
  onChange: (key: string, value: unknown) => void;
}

/** The form as its document lays it out: twelve columns on a desk, one on a phone. */
export function FormLayout(props: Props) {
  const { items } = props;
  const tabs = items.map(elementOf).filter(element => element.type === 'tab' && isThere(element, props));
  const rest = items.filter(item => elementOf(item).type !== 'tab');
  return (
    <>
      {rest.length > 0 && <Twelve>{rest.map(item => renderItem(elementOf(item), props))}</Twelve>}
      {tabs.length > 0 && <Tabs tabs={tabs} {...props} />}
    </>
  );
}

const Twelve = ({ children }: { children: ReactNode }) => <div className={css.twelve}>{children}</div>;

function renderItem(element: LayoutElement, props: Props): ReactNode {
  const { shape, fields, faults, shown, onChange } = props;
  if (shape.hidden.has(element.key)) return null;
  if (element.type === 'note') {
    return (
      <p key={element.key} className={css.note}>
        {say(element.label)}
      </p>
    );
  }
  if (element.items) {
    const inner = element.items.filter(item => isThere(elementOf(item), props));
    if (inner.length === 0) return null;
    return (
      <section key={element.key} className={css.group}>
        {element.label && <h2>{say(element.label)}</h2>}
        <FormLayout {...props} items={inner} />
      </section>
    );
  }
  const field = fields.get(element.key);
  const state = shape.fields[element.key];
  if (!field || !state?.visible) return null;
  return (
    <div key={element.key} style={{ gridColumn: `span ${spanOf(element, field)}` }} className={css.cell}>
      <RecordField
        field={element.help ? { ...field, help: element.help } : field}
        value={state.value}
        fault={faults.fields[element.key]}
        faults={faults.inside[element.key]}
        required={state.required}
        disabled={state.readonly}
        shown={shown}
        onChange={value => onChange(element.key, value)}
      />
    </div>
  );
}

function isThere(element: LayoutElement, props: Props): boolean {
  if (props.shape.hidden.has(element.key)) return false;
  if (element.items) return element.items.some(item => isThere(elementOf(item), props));
  return Boolean(element.type) || Boolean(props.shape.fields[element.key]?.visible);
}

function spanOf(element: LayoutElement, field: FieldDef): number {
  return element.width ?? (fieldTypes.find(field.type)?.broad ? 12 : 6);
}

function Tabs({ tabs, ...props }: Props & { tabs: LayoutElement[] }) {
  const [chosen, setChosen] = useState(tabs[0]?.key);
  const faulty = (tab: LayoutElement) => keysOf(tab).some(key => props.faults.fields[key] ?? props.faults.inside[key]);
  const open = tabs.find(tab => tab.key === chosen) ?? tabs[0];
  return (
    <section className={css.tabs}>
      <div role="tablist">
        {tabs.map(tab => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            aria-selected={tab === open}
            data-fault={faulty(tab) || undefined}
            onClick={() => setChosen(tab.key)}
          >
            {say(tab.label, tab.key)}
          </button>
        ))}
      </div>
      {open?.items && <FormLayout {...props} items={open.items} />}
    </section>
  );
}

const keysOf = (element: LayoutElement): string[] =>
  element.items ? element.items.flatMap(item => keysOf(elementOf(item))) : [element.key];
