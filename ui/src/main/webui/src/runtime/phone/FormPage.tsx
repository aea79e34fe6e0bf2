import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useMe } from '@/api/hooks';
import type { FormDef, Me, RecordData, SeenApp, TableDef, Values } from '@/api/types';
import { say } from '@/i18n';
import { AppMark } from '@/lib/AppMark';
import { Button } from '@/lib/Button';
import { Fault } from '@/lib/Fault';
import { newId } from '@/lib/ids';
import { Notice, Skeleton } from '@/lib/States';
import { calculatorIn } from '../form/calculator';
import { fillText, namesOf } from '../form/compute';
import { RecordForm } from '../form/RecordForm';
import { send } from '../form/send';
import { defaultsOf } from '../form/shape';
import { titleOf } from '../record/title';
import css from './FormPage.module.css';

/** A form as a page of its own, with the act at the bottom above the keyboard, and thanks afterwards. */
export function FormPage({ appKey, formKey }: { appKey: string; formKey: string }) {
  const { t } = useTranslation('runtime');
  const app = useApp(appKey);
  const me = useMe();
  const [round, setRound] = useState(0);
  const error = app.error ?? me.error;
  if (error) return <Fault error={error} onRetry={() => void app.refetch()} />;
  if (!app.data || !me.data) return <Skeleton rows={8} height={44} />;
  const form = app.data.forms[formKey];
  const table = form && app.data.tables[form.table];
  if (!form || !table) return <Notice tone="closed" title={t('app.tableMissing')} />;
  return <Filling key={round} app={app.data} formKey={formKey} me={me.data} onAgain={() => setRound(round + 1)} />;
}

interface Props {
  app: SeenApp;
  formKey: string;
  me: Me;
  onAgain: () => void;
}

function Filling({ app, formKey, me, onAgain }: Props) {
  const { t } = useTranslation('runtime');
  const [sent, setSent] = useState<RecordData | null>(null);
  const form = app.forms[formKey];
  const table = form && app.tables[form.table];
  const id = useMemo(() => newId(), []);
  const type = form?.type ?? table?.types?.[0]?.key ?? null;
  const person = me as unknown as Values & { id: string };
  const calculator = useMemo(() => calculatorIn(me.organisation.zone), [me]);
  const values = useMemo(
    () => (table && form ? defaultsOf({ table, form, type, me: person, calculator }) : {}),
    [table, form, type, person, calculator],
  );
  if (!form || !table) return null;
  const label = say(form.label ?? table.label, formKey);
  if (sent) {
    return (
      <main className={css.thanks}>
        <CircleCheck size={48} aria-hidden />
        <h1>{t('form.thanks')}</h1>
        <p>{thanksFor(form, table, sent, me) || titleOf(table, sent)}</p>
        <div>
          <Button onClick={onAgain}>{t('form.another')}</Button>
          <a href={`/a/${app.key}/t/${form.table}/r/${sent.id}`}>{t('form.toList')}</a>
        </div>
      </main>
    );
  }
  return (
    <main className={css.page}>
      <header>
        <AppMark appKey={app.key} label={say(app.label, app.key)} size={32} />
        <div>
          <h1>{label}</h1>
          {form.help && <p>{say(form.help)}</p>}
        </div>
      </header>
      <RecordForm
        app={app.key}
        table={table}
        form={form}
        me={me}
        type={type}
        state={null}
        values={values}
        labels={{ [me.id]: me.name }}
        onSend={async entered => {
          setSent(await send({ app: app.key, tableKey: form.table, formKey, id, type, values: entered }));
        }}
        foot={busy => (
          <Button kind="main" type="submit" busy={busy}>
            {say(form.submit?.label) || t('form.submit')}
          </Button>
        )}
      />
    </main>
  );
}

/** The form's own thanks, which may name what was just written: `{number}`. */
function thanksFor(form: FormDef, table: TableDef, sent: RecordData, me: Me): string {
  const words = say(form.submit?.thanks);
  if (!words) return '';
  const calculator = calculatorIn(me.organisation.zone);
  const person = me as unknown as Values & { id: string };
  const sight = { values: sent.values, type: sent.type, state: sent.state, me: person, calculator };
  return fillText(words, calculator, namesOf(table.fields, sent.values, sight));
}
