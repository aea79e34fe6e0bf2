import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Rocket } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { previewPublish, publish } from '@/api/draft';
import type { FieldDef, PublishAnswer, PublishStep as Step } from '@/api/types';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Fault } from '@/lib/Fault';
import input from '@/lib/input.module.css';
import { Skeleton } from '@/lib/States';
import { tell, tellFault } from '@/lib/toast';
import page from '../DesignPage.module.css';
import { keyOf, tableAt, tablePath } from '../model/design';
import { useChanged, useDesign } from '../model/store';
import css from './Publish.module.css';
import { Versions } from './Versions';

/** What publishing would do, in words, before it is done; faults with the way to their place; then the versions. */
export function PublishStep() {
  const { t } = useTranslation('designer');
  const { app = '' } = useParams();
  const client = useQueryClient();
  const dirty = useChanged();
  const save = useDesign(state => state.save);
  const open = useDesign(state => state.open);
  const [accepted, setAccepted] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const preview = useQuery({
    queryKey: ['publish', app, dirty],
    queryFn: async () => {
      await save();
      return previewPublish(app);
    },
    gcTime: 0,
    staleTime: 0,
  });
  const publishing = useMutation({
    mutationFn: () => publish(app, { accept: accepted, ...(note.trim() ? { note: note.trim() } : {}) }),
    onSuccess: answer => {
      tell(done(answer, t));
      setNote('');
      setAccepted([]);
      void open(app);
      void client.invalidateQueries();
    },
    onError: error => {
      tellFault(error.message);
      void preview.refetch();
    },
  });
  if (preview.error) return <Fault error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton rows={6} height={20} />;
  const { steps, violations } = preview.data;
  const hazards = [...new Set(steps.map(step => step.hazard))].filter(hazard => hazard !== 'NONE');
  const open_ = hazards.filter(hazard => !accepted.includes(hazard));
  return (
    <div className={page.wide}>
      <div className={css.columns}>
        <section className={css.box}>
          <h2>{t('publish.title')}</h2>
          <Faults app={app} violations={violations} />
          {violations.length === 0 && <Steps steps={steps} />}
          {violations.length === 0 &&
            hazards.map(hazard => (
              <label key={hazard} className={css.hazard} data-hazard={hazard}>
                <input
                  type="checkbox"
                  checked={accepted.includes(hazard)}
                  onChange={event =>
                    setAccepted(
                      event.target.checked ? [...accepted, hazard] : accepted.filter(other => other !== hazard),
                    )
                  }
                />
                {t(`publish.accept.${hazard}`)}
              </label>
            ))}
          <label className={css.note}>
            <span>{t('publish.note')}</span>
            <input className={input.input} value={note} onChange={event => setNote(event.target.value)} />
          </label>
          <Button
            kind="main"
            icon={<Rocket size={16} />}
            busy={publishing.isPending}
            disabled={violations.length > 0 || open_.length > 0}
            onClick={() => publishing.mutate()}
          >
            {t('publish.act')}
          </Button>
        </section>
        <Versions app={app} />
      </div>
    </div>
  );
}

function Faults({ app, violations }: { app: string; violations: PublishAnswer['violations'] }) {
  const { t } = useTranslation('designer');
  const design = useDesign(state => state.history.design);
  if (violations.length === 0) return null;
  return (
    <>
      <p className={css.bad}>
        <CircleAlert size={16} aria-hidden />
        {t('publish.faults', { count: violations.length })}
      </p>
      <ul className={css.list}>
        {violations.map(fault => {
          const path = fault.pointer.split('#')[0] ?? '';
          return (
            <li key={`${fault.pointer} ${fault.code}`}>
              <Link to={placeOf(app, path)}>{say(design[path]?.label as string, keyOf(path))}</Link>
              {fault.message}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The page of the designer where a document is mended. A table is mended on its first form. */
function placeOf(app: string, path: string): string {
  if (path.startsWith('forms/')) return `/d/${app}/forms/${keyOf(path)}`;
  if (path.startsWith('processes/')) return `/d/${app}/processes/${keyOf(path)}`;
  if (path.startsWith('roles/')) return `/d/${app}/roles`;
  const design = useDesign.getState().history.design;
  const form = Object.keys(design).find(other => other.startsWith('forms/') && design[other]?.table === keyOf(path));
  return form ? `/d/${app}/forms/${keyOf(form)}` : `/d/${app}/forms`;
}

/** The table of a sub-table is called after its field. */
const kindOf = ({ kind, table }: Step) => (table?.includes('.') && kind.endsWith('-table') ? `${kind}-inside` : kind);

function Steps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('designer');
  const design = useDesign(state => state.history.design);
  const nameOf = (step: Step) => {
    const [table = '', sub] = (step.table ?? '').split('.');
    const def = tableAt(design, tablePath(table));
    const holder = sub ? (def?.fields.find(f => f.key === sub) as { fields?: FieldDef[] } | undefined) : def;
    const field = step.element
      ? holder?.fields?.find(f => f.key === step.element)
      : def?.fields.find(f => f.key === sub);
    return { table: say(def?.label, table), element: say(field?.label, step.element ?? sub ?? '') };
  };
  if (steps.length === 0) return <p className={css.good}>{t('publish.designOnly')}</p>;
  return (
    <>
      <p className={css.good}>
        <CircleCheck size={16} aria-hidden />
        {t('publish.steps', { count: steps.length })}
      </p>
      <ul className={css.list}>
        {steps.map(step => (
          <li key={`${step.kind} ${step.table} ${step.element}`} data-hazard={step.hazard}>
            <b>{t(`stepKind.${kindOf(step)}`, { defaultValue: step.kind, ...nameOf(step) })}</b>
            {step.hazard !== 'NONE' && <em>{t(`publish.hazard.${step.hazard}`)}</em>}
            {step.running && <small>{t('publish.running')}</small>}
            <Figures details={step.details} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Figures beside a step, such as how many values can be converted and how many cannot. */
function Figures({ details }: { details: unknown }) {
  const { t } = useTranslation('designer');
  const { convertible, lost } = (details ?? {}) as { convertible?: number; lost?: number };
  if (convertible === undefined || lost === undefined) return null;
  return <small>{t('publish.figures', { convertible, lost })}</small>;
}

/** 已发布 v2 · 新增 1 个字段: what was done, counted by kind. */
function done(answer: PublishAnswer, t: (key: string, words?: Record<string, unknown>) => string): string {
  const counts = new Map<string, number>();
  for (const step of answer.steps) counts.set(step.kind, (counts.get(step.kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => t(`counted.${kind}`, { count, defaultValue: '' })).filter(Boolean);
  return [t('publish.done', { version: answer.version }), ...parts].join(' · ');
}
