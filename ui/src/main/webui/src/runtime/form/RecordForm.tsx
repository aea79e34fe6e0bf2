import { CircleAlert, Info } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDef, Labels, Me, TableDef, Values } from '@/api/types';
import { ScopeProvider } from '@/fields/scope';
import { calculatorIn } from './calculator';
import { FormLayout } from './FormLayout';
import { type Faults, forget, hasFaults, NO_FAULTS, sortFaults } from './faults';
import css from './RecordForm.module.css';
import { shapeOf, valuesToSend } from './shape';

interface Props {
  id?: string;
  app: string;
  table: TableDef;
  form: FormDef;
  me: Me;
  type: string | null;
  state: string | null;
  values: Values;
  labels?: Labels;
  writes?: readonly string[];
  /** Gets what is to be sent; a refusal it throws is shown where it belongs. */
  onSend: (values: Values) => Promise<void>;
  onDirty?: (dirty: boolean) => void;
  /** The bar at the foot; it is told whether the form is at work. */
  foot: (busy: boolean) => ReactNode;
}

/** A form being filled in: computes while one types, shows each fault beside its field, and sends once at a time. */
export function RecordForm(props: Props) {
  const { app, table, form, me, type, state, labels, writes, onSend, foot } = props;
  const { t } = useTranslation('runtime');
  const [entered, setEntered] = useState(props.values);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const person = me as unknown as Values & { id: string };
  const calculator = useMemo(() => calculatorIn(me.organisation.zone), [me]);
  const shape = useMemo(
    () =>
      shapeOf({
        table,
        form,
        type,
        state,
        values: entered,
        me: person,
        writes,
        calculator,
      }),
    [table, form, type, state, entered, person, writes, calculator],
  );
  const fields = useMemo(() => new Map(table.fields.map(field => [field.key, field])), [table]);
  const scope = useMemo(
    () => ({ app, table: form.table, values: shape.values, labels: labels ?? {} }),
    [app, form.table, shape.values, labels],
  );

  useEffect(() => {
    if (hasFaults(faults)) toFirstFault(element.current);
  }, [faults]);

  const change = (key: string, value: unknown) => {
    props.onDirty?.(true);
    setEntered(now => ({ ...now, [key]: value }));
    setFaults(now => (now.fields[key] || now.inside[key] ? forget(now, key) : now));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // the state is a render late; two presses in one frame are one
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      await onSend(valuesToSend(table, shape, entered));
      setFaults(NO_FAULTS);
    } catch (error) {
      setFaults(sortFaults(error, new Set(Object.keys(shape.fields))));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  return (
    <ScopeProvider value={scope}>
      <form ref={element} id={props.id} className={css.form} onSubmit={submit} noValidate>
        <div className={css.body}>
          {faults.general.length > 0 && (
            <div role="alert" className={css.general}>
              <CircleAlert size={18} aria-hidden />
              <div>
                <b>{t('form.notSent')}</b>
                {faults.general.map(text => (
                  <p key={text}>{text}</p>
                ))}
              </div>
            </div>
          )}
          <FormLayout items={form.layout} fields={fields} shape={shape} faults={faults} onChange={change} />
          {shape.notes.map(note => (
            <p key={note} className={css.note}>
              <Info size={16} aria-hidden />
              {note}
            </p>
          ))}
        </div>
        <footer className={css.foot}>{foot(busy)}</footer>
      </form>
    </ScopeProvider>
  );
}

function toFirstFault(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>('[role="alert"], [data-fault]');
  if (!first) return;
  first.scrollIntoView({ block: 'center', behavior: 'smooth' });
  first.querySelector<HTMLElement>('input, textarea, button, select')?.focus({ preventScroll: true });
}
