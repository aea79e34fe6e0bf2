import { useEffect, useState } from 'react';
import { cx } from '@/lib/cx';
import { parseDecimal } from '@/lib/decimal';
import input from '@/lib/input.module.css';
import type { InputProps } from '../FieldType';

type Props = Pick<InputProps, 'id' | 'value' | 'onChange' | 'disabled' | 'describedBy' | 'invalid'> & {
  label?: string;
};

/** A decimal as typed. What is no number is handed on as it is, so that its reader can say what is wrong with it. */
export function NumberInput({ id, value, onChange, disabled, describedBy, invalid, label }: Props) {
  const held = value === null || value === undefined ? '' : String(value);
  const [typed, setTyped] = useState(held);
  useEffect(() => setTyped(now => ((parseDecimal(now) ?? now) === held ? now : held)), [held]);
  return (
    <input
      id={id}
      className={cx(input.input, input.number)}
      inputMode="decimal"
      autoComplete="off"
      disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typed}
      onChange={event => {
        setTyped(event.target.value);
        const plain = event.target.value.trim();
        onChange(plain === '' ? null : (parseDecimal(plain) ?? plain));
      }}
      onBlur={() => setTyped(now => parseDecimal(now) ?? now)}
    />
  );
}
