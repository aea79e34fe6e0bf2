import { Check, ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx';
import css from './Picker.module.css';
import { Popover } from './Popover';

export interface Choice {
  key: string;
  label: string;
  hint?: string;
  color?: string;
}

interface Props {
  id?: string;
  /** What can be chosen now; with `onSearch` it is the answer to what was typed. */
  choices: Choice[];
  chosen: Choice[];
  many?: boolean;
  clearable?: boolean;
  disabled?: boolean;
  loading?: boolean;
  placeholder?: string;
  label?: string;
  onChange: (chosen: Choice[]) => void;
  /** With it the list comes from outside and the box is a search; without it short lists need no search. */
  onSearch?: (text: string) => void;
  onOpen?: () => void;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
  empty?: ReactNode;
}

const SEARCH_FROM = 8;

/** Chooses one or several of a list, by mouse, finger or keyboard; a search box appears when the list is long. */
export function Picker({ choices, chosen, many, clearable = true, onChange, onSearch, onOpen, ...props }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const searchable = Boolean(onSearch) || choices.length > SEARCH_FROM;
  const shown = onSearch || !text ? choices : choices.filter(c => fits(c, text));
  const isChosen = (choice: Choice) => chosen.some(c => c.key === choice.key);

  const openUp = () => {
    if (props.disabled) return;
    setText('');
    onSearch?.('');
    onOpen?.();
    const first = choices.findIndex(isChosen);
    setAt(Math.max(first, 0));
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (choice: Choice) => {
    if (!many) {
      onChange([choice]);
      close();
    } else onChange(isChosen(choice) ? chosen.filter(c => c.key !== choice.key) : [...chosen, choice]);
  };
  const keys = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, last));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && shown[at]) choose(shown[at]);
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span className={css.picker}>
      <button
        ref={button}
        type="button"
        id={props.id}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-haspopup="listbox"
        aria-label={props.label}
        aria-invalid={props['aria-invalid']}
        aria-describedby={props['aria-describedby']}
        aria-activedescendant={open && !searchable ? `${list}-${at}` : undefined}
        disabled={props.disabled}
        className={css.button}
        onClick={() => (open ? close() : openUp())}
        onKeyDown={event => {
          if (open && !searchable) keys(event);
          else if (!open && event.key === 'ArrowDown') {
            event.preventDefault();
            openUp();
          }
        }}
      >
        <span className={css.value}>
          {chosen.length === 0 && <span className={css.nothing}>{props.placeholder ?? t('choose')}</span>}
          {many
            ? chosen.map(choice => <ChoiceTag key={choice.key} choice={choice} />)
            : chosen[0] && <ChoiceTag choice={chosen[0]} plain={!chosen[0].color} />}
        </span>
        <ChevronDown size={16} aria-hidden />
      </button>
      {clearable && chosen.length > 0 && !props.disabled && (
        <button
          type="button"
          className={css.clear}
          aria-label={t('clear')}
          title={t('clear')}
          onClick={() => onChange([])}
        >
          <X size={14} />
        </button>
      )}
      <Popover anchor={button} open={open} onClose={() => setOpen(false)} wide>
        {searchable && (
          <input
            className={css.search}
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={shown[at] ? `${list}-${at}` : undefined}
            aria-label={t('search')}
            placeholder={t('search')}
            // biome-ignore lint/a11y/noAutofocus: the search box is what one opened the list for
            autoFocus
            value={text}
            onKeyDown={keys}
            onChange={event => {
              setText(event.target.value);
              setAt(0);
              onSearch?.(event.target.value);
            }}
          />
        )}
        <div
          id={list}
          role="listbox"
          aria-multiselectable={many}
          aria-label={props.label ?? t('choose')}
          className={css.list}
        >
          {shown.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the box that owns the list
            <div
              key={choice.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={isChosen(choice)}
              className={cx(css.option, index === at && css.at)}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(choice)}
            >
              {choice.color ? <ChoiceTag choice={choice} /> : <span>{choice.label}</span>}
              {choice.hint && <small>{choice.hint}</small>}
              {isChosen(choice) && <Check size={16} aria-hidden />}
            </div>
          ))}
          {shown.length === 0 && (
            <p className={css.none}>{props.loading ? t('loading') : (props.empty ?? t('nothingFound'))}</p>
          )}
        </div>
      </Popover>
    </span>
  );
}

/** A chosen thing as a tag; its colour is one of the seven hues or none. */
export function ChoiceTag({ choice, plain }: { choice: Choice; plain?: boolean }) {
  if (plain) return <span className={css.plain}>{choice.label}</span>;
  return (
    <span className={css.tag} data-color={choice.color}>
      {choice.label}
    </span>
  );
}

function fits(choice: Choice, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return choice.label.toLowerCase().includes(wanted) || choice.key.includes(wanted);
}
