import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';
import { cx } from './cx';
import css from './DateInput.module.css';
import { addDays, addMonths, type Day, monthGrid, parseDay, printDay, today } from './dates';
import input from './input.module.css';
import { Popover } from './Popover';
import { useTouch } from './useMedia';

interface Props {
  id?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  disabled?: boolean;
  label?: string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
}

/** A plain date: typed or picked. A finger gets the system's own picker. What is no date stays as typed and is refused by its reader. */
export function DateInput({ value, onChange, ...rest }: Props) {
  const { label, ...attributes } = rest;
  const touch = useTouch();
  if (touch) {
    return (
      <input
        type="date"
        className={input.input}
        {...attributes}
        aria-label={label}
        value={value ?? ''}
        onChange={event => onChange(event.target.value || null)}
      />
    );
  }
  return <TypedDate value={value} onChange={onChange} {...rest} />;
}

function TypedDate({ value, onChange, label, ...attributes }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value ?? '');
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => setText(value ?? ''), [value]);

  const settle = () => {
    const day = parseDay(text);
    const next = day ? printDay(day) : text.trim() || null;
    setText(next ?? '');
    if (next !== value) onChange(next);
  };
  return (
    <span ref={box} className={css.box}>
      <input
        className={input.input}
        {...attributes}
        aria-label={label}
        inputMode="numeric"
        placeholder={t('datePattern')}
        value={text}
        onChange={event => {
          setText(event.target.value);
          const day = /^\d{4}-\d{2}-\d{2}$/.test(event.target.value) ? parseDay(event.target.value) : null;
          if (day) onChange(printDay(day));
        }}
        onBlur={settle}
        onKeyDown={event => {
          if (event.key === 'Enter') settle();
          if (event.key === 'ArrowDown') setOpen(true);
        }}
      />
      <button
        type="button"
        className={css.toggle}
        disabled={attributes.disabled}
        aria-label={t('openCalendar')}
        title={t('openCalendar')}
        onClick={() => setOpen(!open)}
      >
        <CalendarDays size={16} />
      </button>
      <Popover anchor={box} open={open} onClose={() => setOpen(false)}>
        <Calendar
          value={value}
          onPick={day => {
            setOpen(false);
            onChange(day);
          }}
        />
      </Popover>
    </span>
  );
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MOVES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month, Monday first. Arrows walk, Enter picks. */
export function Calendar({ value, onPick }: { value: string | null; onPick: (day: string) => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState<Day>(() => parseDay(value) ?? today());
  const grid = useRef<HTMLDivElement>(null);
  const now = printDay(today());
  const focused = printDay(at);
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
  }, [focused]);

  return (
    <div className={css.calendar}>
      <header>
        <IconButton label={t('monthBefore')} onClick={() => setAt(addMonths(at, -1))}>
          <ChevronLeft size={16} />
        </IconButton>
        <strong>{t('yearMonth', { year: at.year, month: at.month })}</strong>
        <IconButton label={t('monthAfter')} onClick={() => setAt(addMonths(at, 1))}>
          <ChevronRight size={16} />
        </IconButton>
      </header>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        className={css.grid}
        onKeyDown={event => {
          const step = MOVES[event.key];
          if (step === undefined) return;
          event.preventDefault();
          setAt(addDays(at, step));
        }}
      >
        {WEEKDAYS.map(day => (
          <span key={day} className={css.weekday}>
            {t(`weekday.${day}`)}
          </span>
        ))}
        {monthGrid(at.year, at.month).map(day => {
          const text = printDay(day);
          return (
            <button
              key={text}
              type="button"
              data-day={text}
              tabIndex={text === focused ? 0 : -1}
              aria-label={text}
              aria-pressed={text === value}
              className={cx(css.day, day.month !== at.month && css.other, text === now && css.today)}
              onClick={() => onPick(text)}
            >
              {day.day}
            </button>
          );
        })}
      </div>
    </div>
  );
}
