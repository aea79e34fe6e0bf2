import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDef } from '@/api/types';
import { say } from '@/i18n';
import { isEmpty } from './FieldType';
import { fieldTypes } from './index';
import css from './RecordField.module.css';

interface Props {
  field: FieldDef;
  value: unknown;
  fault?: string;
  /** Faults inside the value, by the rest of their pointer. */
  faults?: Record<string, string>;
  required?: boolean;
  disabled?: boolean;
  /** Only shown, not entered: no box, no asterisk. */
  shown?: boolean;
  onChange?: (value: unknown) => void;
}

/** A field with its name, its help and what is wrong with it. Asks the type for its face and never which type it is. */
export function RecordField({ field, value, fault, faults, required, disabled, shown, onChange }: Props) {
  const { t } = useTranslation('fields');
  const id = useId();
  const type = fieldTypes.find(field.type);
  const name = say(field.label, field.key);
  if (!type) return <p className={css.fault}>{t('unknownType', { name, type: field.type })}</p>;
  const { Input, group } = type;
  const Face = shown && type.Detail ? type.Detail : type.Cell;
  const help = say(field.help);
  const computed = !Input || Boolean(field.formula);
  const describedBy = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  const title = (
    <>
      {name}
      {required && !shown && !computed && (
        <b className={css.star} title={t('common:required')}>
          *
        </b>
      )}
    </>
  );
  const reading = shown || computed;
  const Title = group && !reading ? 'span' : reading ? 'span' : 'label';

  return (
    <div
      className={css.field}
      data-field={field.key}
      data-fault={fault ? true : undefined}
      role={group || reading ? 'group' : undefined}
      aria-labelledby={group || reading ? `${id}-name` : undefined}
    >
      <Title {...(Title === 'label' ? { htmlFor: id } : {})} id={`${id}-name`} className={css.name}>
        {title}
      </Title>
      {reading || !Input ? (
        <output className={shown ? css.shown : css.computed} aria-live={shown ? 'off' : 'polite'}>
          {isEmpty(value) ? <span className={css.none}>—</span> : <Face field={field} value={value} />}
        </output>
      ) : (
        <Input
          id={id}
          field={field}
          value={value}
          disabled={disabled}
          invalid={Boolean(fault) || undefined}
          describedBy={describedBy}
          faults={faults}
          onChange={next => onChange?.(next)}
        />
      )}
      {help && !shown && (
        <p id={`${id}-help`} className={css.help}>
          {help}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} role="alert" className={css.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}
