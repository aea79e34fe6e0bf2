import { useDraggable } from '@dnd-kit/core';
import { Copy, GripVertical, Trash2 } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDef, LayoutElement, LayoutItem, TableDef } from '@/api/types';
import { fieldTypes } from '@/fields';
import { RecordField } from '@/fields/RecordField';
import { ScopeProvider } from '@/fields/scope';
import { say } from '@/i18n';
import { IconButton } from '@/lib/Button';
import { type Desk, isGroup, itemKey, keyOf, type Spot } from '../model/design';
import { useFormOn } from '../parts/desk';
import css from './FormDesigner.module.css';

interface Props {
  ref: Ref<HTMLDivElement>;
  desk: Desk;
  selected: string | null;
  /** Where what is carried would land. */
  spot: Spot | null;
  onSelect: (key: string | null) => void;
  onCopy: (key: string) => void;
  onDelete: (key: string) => void;
  onNudge: (key: string, step: -1 | 1) => void;
}

/** The form at its true width, made of the very components people will fill in; here they only hold still. */
export function Canvas(props: Props) {
  const { t } = useTranslation('designer');
  const { form, table } = useFormOn(props.desk);
  if (!form || !table) return null;
  const scope = { app: '', table: keyOf(props.desk.table), values: {}, labels: {}, still: true };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on the ground lets go of what is selected
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same on the item itself
    <div ref={props.ref} className={css.ground} data-testid="canvas" onClick={() => props.onSelect(null)}>
      <ScopeProvider value={scope}>
        <section
          className={css.sheet}
          data-form
          aria-label={t('canvas', { name: say(form.label, keyOf(props.desk.form)) })}
        >
          <h1 className={css.formTitle}>{say(form.label, keyOf(props.desk.form))}</h1>
          <Items {...props} form={form} table={table} items={form.layout} group={null} />
          {form.layout.length === 0 && <p className={css.empty}>{t('emptyForm')}</p>}
        </section>
      </ScopeProvider>
    </div>
  );
}

interface ItemsProps extends Props {
  form: FormDef;
  table: TableDef;
  items: LayoutItem[];
  group: string | null;
}

function Items(props: ItemsProps) {
  const { items, spot, group } = props;
  const line = (index: number) =>
    spot?.group === group && spot.index === index && <i className={css.line} data-testid="drop-line" />;
  return (
    <div className={css.items}>
      {items.map((item, index) => (
        <Fragment key={itemKey(item)}>
          {line(index)}
          <CanvasItem {...props} item={item} />
        </Fragment>
      ))}
      {line(items.length)}
    </div>
  );
}

function CanvasItem(props: ItemsProps & { item: LayoutItem }) {
  const { t } = useTranslation('designer');
  const { item, table, selected, onSelect, onCopy, onDelete, onNudge } = props;
  const key = itemKey(item);
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `item:${key}`,
    data: { item: key, group: isGroup(item) },
  });
  const field = table.fields.find(f => f.key === key);
  const name = field ? say(field.label, key) : typeof item === 'string' ? item : say(item.label, key);
  const broad = !field || fieldTypes.find(field.type)?.broad;
  const width = (typeof item === 'string' ? undefined : item.width) ?? (broad ? 12 : 6);
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.altKey && event.key === 'ArrowUp') onNudge(key, -1);
    else if (event.altKey && event.key === 'ArrowDown') onNudge(key, 1);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(key);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete(key);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'd') onCopy(key);
    else if (event.key === 'Escape') onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={setNodeRef}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: items of the canvas are chosen and moved with the keyboard
      tabIndex={0}
      aria-label={t('item', { name })}
      aria-current={selected === key || undefined}
      className={css.item}
      data-item={key}
      data-group={isGroup(item) ? key : undefined}
      data-selected={selected === key || undefined}
      data-dragging={isDragging || undefined}
      style={{ gridColumn: `span ${width}` }}
      onKeyDown={keys}
      onClick={event => {
        event.stopPropagation();
        onSelect(key);
      }}
    >
      <div className={css.acts}>
        <button
          type="button"
          className={css.grip}
          aria-label={t('drag', { name })}
          title={t('dragHint')}
          {...listeners}
        >
          <GripVertical size={15} />
        </button>
        <IconButton label={t('copy', { name })} onClick={stopped(() => onCopy(key))}>
          <Copy size={15} />
        </IconButton>
        <IconButton label={t('delete', { name })} onClick={stopped(() => onDelete(key))}>
          <Trash2 size={15} />
        </IconButton>
      </div>
      <div className={css.body} {...(isGroup(item) ? {} : listeners)}>
        <Body {...props} />
      </div>
    </div>
  );
}

const stopped = (act: () => void) => (event: { stopPropagation: () => void }) => {
  event.stopPropagation();
  act();
};

function Body(props: ItemsProps & { item: LayoutItem }): ReactNode {
  const { t } = useTranslation('designer');
  const { table } = props;
  const item: LayoutItem = props.item;
  const key = itemKey(item);
  if (isGroup(item)) {
    return (
      <>
        <h2 className={css.groupTitle}>{say(item.label, key)}</h2>
        <Items {...props} items={item.items ?? []} group={key} />
        {(item.items ?? []).length === 0 && <p className={css.empty}>{t('emptyGroup')}</p>}
      </>
    );
  }
  const field = table.fields.find(f => f.key === key);
  if (field) {
    const own = (typeof item === 'string' ? {} : item) as Partial<LayoutElement>;
    return (
      // the canvas shows the control, it is not filled in here
      <div className={css.still} inert>
        <RecordField
          field={{ ...field, help: own.help ?? field.help }}
          value={null}
          required={field.required || own.required}
          disabled={own.readonly}
        />
      </div>
    );
  }
  const { type, label } = typeof item === 'string' ? ({} as Partial<LayoutElement>) : item;
  if (!type) return <p className={css.lost}>{t('lost', { key })}</p>;
  return type === 'divider' ? <hr /> : <p className={css.note}>{say(label, key)}</p>;
}
