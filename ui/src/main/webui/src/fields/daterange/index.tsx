import { CalendarRange } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '@/lib/DateInput';
import { wallClock } from '@/lib/dates';
import input from '@/lib/input.module.css';
import { DatetimeInput } from '../datetime';
import type { CellProps, FieldFace, InputProps, SettingsProps } from '../FieldType';
import { dayOf, momentOf } from '../parts/formulaValues';
import { SwitchSetting } from '../parts/settings';

interface Span {
  start?: string | null;
  end?: string | null;
}

function SpanCell({ field, value }: CellProps) {
  const { start, end } = (value ?? {}) as Span;
  if (!start && !end) return null;
  const show = (at?: string | null) => (at ? (field.time ? wallClock(at) : at) : '…');
  return (
    <>
      {show(start)} – {show(end)}
    </>
  );
}

function SpanInput({ id, field, value, onChange, disabled, describedBy, invalid }: InputProps) {
  const { t } = useTranslation('fields');
  const span = (value ?? {}) as Span;
  const End = field.time ? DatetimeInput : DateInput;
  const set = (part: Span) => {
    const next = { start: span.start ?? null, end: span.end ?? null, ...part };
    onChange(next.start || next.end ? next : null);
  };
  const common = { disabled, 'aria-describedby': describedBy, describedBy, 'aria-invalid': invalid, invalid };
  return (
    <span className={input.pair}>
      <End
        {...common}
        id={id}
        label={t('start')}
        value={span.start ?? null}
        onChange={v => set({ start: v as string })}
      />
      <span aria-hidden>–</span>
      <End
        {...common}
        id={`${id}-end`}
        label={t('end')}
        value={span.end ?? null}
        onChange={v => set({ end: v as string })}
      />
    </span>
  );
}

function SpanSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <SwitchSetting {...props} word="time" label={t('setting.time')} />;
}

export const daterange: FieldFace = {
  key: 'daterange',
  Icon: CalendarRange,
  defaults: {},
  Cell: SpanCell,
  Input: SpanInput,
  Settings: SpanSettings,
  toFormula: (value, field) => {
    const { start, end } = (value ?? {}) as Span;
    const at = field.time ? momentOf : dayOf;
    return value ? { start: at(start), end: at(end) } : null;
  },
  group: true,
  broad: true,
  operators: ['empty', 'notEmpty'],
  listed: true,
};
