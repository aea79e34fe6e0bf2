import { ListFilter, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef, TableDef } from '@/api/types';
import { fieldTypes } from '@/fields';
import { isEmpty } from '@/fields/FieldType';
import { SYSTEM_KEYS, systemField } from '@/fields/system';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import input from '@/lib/input.module.css';
import { Menu } from '@/lib/Menu';
import { Popover } from '@/lib/Popover';
import css from './FilterBar.module.css';
import { type Chip, needsOperand } from './filters';

interface Props {
  table: TableDef;
  chips: Chip[];
  onChange: (chips: Chip[]) => void;
}

/** Conditions as chips: each names its field, its word and its value, and opens to be changed. */
export function FilterBar({ table, chips, onChange }: Props) {
  const { t } = useTranslation('views');
  const [fresh, setFresh] = useState(-1);
  const fields = [...table.fields, ...SYSTEM_KEYS.flatMap(key => systemField(table, key) ?? [])].filter(
    field => !field.hidden && (fieldTypes.find(field.type)?.operators.length ?? 0) > 0,
  );
  const add = (field: FieldDef) => {
    setFresh(chips.length);
    onChange([...chips, { field, op: fieldTypes.get(field.type).operators[0] ?? 'eq', value: null }]);
  };
  return (
    <div className={css.bar}>
      {chips.map((chip, at) => (
        <FilterChip
          // biome-ignore lint/suspicious/noArrayIndexKey: two chips may speak of the same field
          key={at}
          chip={chip}
          startOpen={at === fresh}
          onChange={next => onChange(chips.map((old, index) => (index === at ? next : old)))}
          onDrop={() => {
            setFresh(-1);
            onChange(chips.filter((_, index) => index !== at));
          }}
        />
      ))}
      <Menu
        items={fields.map(field => {
          const { Icon } = fieldTypes.get(field.type);
          return { key: field.key, label: say(field.label, field.key), icon: <Icon />, onSelect: () => add(field) };
        })}
        trigger={props => (
          <Button {...props} kind="quiet" small icon={<ListFilter size={16} />}>
            {t('filter')}
          </Button>
        )}
      />
    </div>
  );
}

interface ChipProps {
  chip: Chip;
  startOpen: boolean;
  onChange: (chip: Chip) => void;
  onDrop: () => void;
}

function FilterChip({ chip, startOpen, onChange, onDrop }: ChipProps) {
  const { t } = useTranslation('views');
  const [open, setOpen] = useState(startOpen);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const type = fieldTypes.get(chip.field.type);
  const Input = type.FilterInput ?? type.Input;
  const name = say(chip.field.label, chip.field.key);
  const word = t(`fields:operator.${chip.op}`);
  const said = !needsOperand(chip.op) || !isEmpty(chip.value);
  return (
    <span className={css.chip} data-said={said || undefined}>
      <button type="button" ref={anchor} aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{name}</b> {word} {needsOperand(chip.op) && <Operand value={chip.value} field={chip.field} />}
      </button>
      <IconButton label={t('dropFilter', { name })} onClick={onDrop}>
        <X size={14} />
      </IconButton>
      <Popover anchor={anchor} open={open} onClose={() => setOpen(false)}>
        <div className={css.panel}>
          <select
            className={input.input}
            aria-label={t('operator')}
            value={chip.op}
            onChange={event => onChange({ ...chip, op: event.target.value, value: null })}
          >
            {type.operators.map(op => (
              <option key={op} value={op}>
                {t(`fields:operator.${op}`)}
              </option>
            ))}
          </select>
          {Input && needsOperand(chip.op) && (
            <OperandInput chip={chip} Input={Input} id={id} onChange={value => onChange({ ...chip, value })} />
          )}
        </div>
      </Popover>
    </span>
  );
}

type Face = NonNullable<ReturnType<typeof fieldTypes.get>['Input']>;

/** One input, or two for what lies between. */
function OperandInput({
  chip,
  Input,
  id,
  onChange,
}: {
  chip: Chip;
  Input: Face;
  id: string;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('views');
  if (chip.op !== 'between') {
    return (
      <div>
        <label className="sr-only" htmlFor={id}>
          {t('value')}
        </label>
        <Input id={id} field={chip.field} value={chip.value} onChange={onChange} />
      </div>
    );
  }
  const [from = null, to = null] = Array.isArray(chip.value) ? chip.value : [];
  return (
    <>
      <label htmlFor={id}>{t('from')}</label>
      <Input id={id} field={chip.field} value={from} onChange={value => onChange([value, to])} />
      <label htmlFor={`${id}-to`}>{t('to')}</label>
      <Input id={`${id}-to`} field={chip.field} value={to} onChange={value => onChange([from, value])} />
    </>
  );
}

function Operand({ value, field }: { value: unknown; field: FieldDef }) {
  const { t } = useTranslation('views');
  const { Cell } = fieldTypes.get(field.type);
  if (isEmpty(value)) return <i>…</i>;
  if (!Array.isArray(value))
    return typeof value === 'boolean' ? t(value ? 'common:yes' : 'common:no') : <Cell field={field} value={value} />;
  return value.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an operand are only shown
    <span key={index}>
      {index > 0 && t('common:between')}
      {isEmpty(part) ? '…' : <Cell field={field} value={part} />}
    </span>
  ));
}
