import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import type { Listed } from '@/api/types';
import { Setting } from '@/fields/parts/settings';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import input from '@/lib/input.module.css';
import { Title } from '../form/FieldPanel';
import form from '../form/FormDesigner.module.css';
import { documentsCommand } from '../model/command';
import { type Document, keyOf, said, tableAt, tablePath } from '../model/design';
import { useDesign } from '../model/store';
import { FormulaBox } from '../parts/FormulaBox';
import { type NodeDef, type ProcessDef, removeBranch, removeNode, setFlow, setNode } from './chain';
import type { Chosen } from './FlowStep';
import { kindOf, WHO_KINDS, type WhoEntry } from './who';

interface Props {
  path: string;
  process: ProcessDef;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

/** What can be said of the chosen card or branch; of the whole process when nothing is chosen. */
export function NodePanel({ path, process, chosen, onChoose }: Props) {
  const { t } = useTranslation('designer');
  const perform = useDesign(state => state.do);
  const design = useDesign(state => state.history.design);
  const change = (next: ProcessDef, mark = 'panel') =>
    perform(documentsCommand('change', design, { [path]: next as Document }, `${path} ${mark}`));
  const node = process.nodes.find(candidate => candidate.id === chosen.node);
  const flow = process.flows.find(candidate => candidate.id === chosen.flow);
  const table = tableAt(design, tablePath(process.table));
  const gone = (next: ProcessDef) => {
    change(next, `gone ${chosen.node ?? chosen.flow}`);
    onChoose({});
  };
  return (
    <aside className={form.properties} aria-label={t('properties')}>
      <div className={form.panel}>
        {node && (
          <NodeSettings
            node={node}
            process={process}
            onChange={words => change(setNode(process, node.id, words), node.id)}
          />
        )}
        {node && node.type !== 'start' && node.type !== 'end' && (
          <Button kind="danger" icon={<Trash2 size={15} />} onClick={() => gone(removeNode(process, node.id))}>
            {t('flow.remove')}
          </Button>
        )}
        {flow && (
          <>
            <Title
              label={t('flow.branchName')}
              value={flow.label}
              onChange={label => change(setFlow(process, flow.id, { label }), flow.id)}
            />
            {flow.when === undefined ? (
              <p className={form.hint}>{t('flow.otherwiseHint')}</p>
            ) : (
              <>
                <FormulaBox
                  label={t('flow.when')}
                  value={flow.when}
                  fields={table?.fields ?? []}
                  onChange={when => change(setFlow(process, flow.id, { when }), flow.id)}
                />
                <Button kind="danger" icon={<Trash2 size={15} />} onClick={() => gone(removeBranch(process, flow.id))}>
                  {t('flow.removeBranch')}
                </Button>
              </>
            )}
          </>
        )}
        {!node && !flow && <Whole process={process} onChange={change} />}
      </div>
    </aside>
  );
}

function Whole({ process, onChange }: { process: ProcessDef; onChange: (next: ProcessDef, mark: string) => void }) {
  const { t } = useTranslation('designer');
  const design = useDesign(state => state.history.design);
  const table = tableAt(design, tablePath(process.table));
  const states = table?.lifecycle?.states ?? [];
  const results = process.results ?? {};
  return (
    <>
      <Title
        label={t('flow.name')}
        value={process.label}
        onChange={label => onChange({ ...process, label }, 'label')}
      />
      <p className={form.hint}>{t('flow.onTable', { table: say(table?.label, process.table) })}</p>
      {(['approved', 'refused'] as const).map(result => (
        <Setting key={result} label={t(`flow.result.${result}`)}>
          {id => (
            <select
              id={id}
              className={input.input}
              value={results[result] ?? ''}
              onChange={event =>
                onChange(
                  { ...process, results: said({ ...results, [result]: event.target.value }) as Record<string, string> },
                  `result ${result}`,
                )
              }
            >
              <option value="">{t('flow.unchanged')}</option>
              {states.map(state => (
                <option key={state.key} value={state.key}>
                  {say(state.label, state.key)}
                </option>
              ))}
            </select>
          )}
        </Setting>
      ))}
    </>
  );
}

interface NodeProps {
  node: NodeDef;
  process: ProcessDef;
  onChange: (words: Partial<NodeDef>) => void;
}

function NodeSettings({ node, process, onChange }: NodeProps) {
  const { t } = useTranslation('designer');
  const settings = node.settings ?? {};
  const set = (words: Record<string, unknown>) => {
    const next = said({ ...settings, ...words });
    onChange({ settings: Object.keys(next).length ? next : undefined });
  };
  const who = (settings.who as WhoEntry[] | undefined) ?? [];
  return (
    <>
      <Title label={t('flow.nodeName')} value={node.label} onChange={label => onChange({ label })} />
      {node.type === 'approve' && (
        <>
          <h3 className={form.part}>{t('who.title')}</h3>
          {who.map((entry, at) => (
            <WhoRow
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own and keep their place
              key={at}
              entry={entry}
              number={at + 1}
              process={process}
              onChange={next => set({ who: who.map((other, index) => (index === at ? next : other)) })}
              onDrop={() => set({ who: who.filter((_, index) => index !== at) })}
            />
          ))}
          <Button small icon={<Plus size={15} />} onClick={() => set({ who: [...who, WHO_KINDS.leader] })}>
            {t('who.add')}
          </Button>
          <Setting label={t('answer.title')}>
            {id => (
              <select
                id={id}
                className={input.input}
                value={String(settings.answer ?? 'first')}
                onChange={event => set({ answer: event.target.value === 'first' ? undefined : event.target.value })}
              >
                {(['first', 'any', 'all', 'in_turn'] as const).map(answer => (
                  <option key={answer} value={answer}>
                    {t(`answer.${answer}`)}
                  </option>
                ))}
              </select>
            )}
          </Setting>
        </>
      )}
    </>
  );
}

interface WhoProps {
  entry: WhoEntry;
  number: number;
  process: ProcessDef;
  onChange: (entry: WhoEntry) => void;
  onDrop: () => void;
}

function WhoRow({ entry, number, process, onChange, onDrop }: WhoProps) {
  const { t } = useTranslation('designer');
  const kind = kindOf(entry);
  return (
    <div className={form.card}>
      <div className={form.cardHead}>
        <select
          className={input.input}
          aria-label={t('who.kind', { number })}
          value={kind}
          onChange={event => onChange(WHO_KINDS[event.target.value] ?? entry)}
        >
          {Object.keys(WHO_KINDS).map(key => (
            <option key={key} value={key}>
              {t(`who.kinds.${key}`)}
            </option>
          ))}
          {kind === 'other' && <option value="other">{t('who.kinds.other')}</option>}
        </select>
        <IconButton label={t('who.drop', { number })} onClick={onDrop}>
          <Trash2 size={14} />
        </IconButton>
      </div>
      <WhoWords kind={kind} entry={entry} process={process} onChange={onChange} />
    </div>
  );
}

function WhoWords({ kind, entry, process, onChange }: Omit<WhoProps, 'number' | 'onDrop'> & { kind: string }) {
  const { t } = useTranslation('designer');
  const design = useDesign(state => state.history.design);
  const table = tableAt(design, tablePath(process.table));
  const roles = useQuery({
    queryKey: ['org', 'roles'],
    queryFn: () => get<Listed<{ key: string; name: string }>>('/api/org/roles').then(list => list.items),
  });
  if (kind === 'leader' || kind === 'head') {
    const least = kind === 'leader' ? 1 : 0;
    return (
      <Setting label={t(`who.level.${kind}`)}>
        {id => (
          <input
            id={id}
            type="number"
            className={input.input}
            min={least}
            max={10}
            value={Number(entry.level ?? least)}
            onChange={event => {
              const level = Number(event.target.value);
              onChange(said({ ...entry, level: level > least ? level : undefined }));
            }}
          />
        )}
      </Setting>
    );
  }
  if (kind === 'role') {
    const groups = Object.keys(design).filter(path => path.startsWith('roles/'));
    const own = groups.map(path => ({ key: keyOf(path), name: say(design[path]?.label as string, keyOf(path)) }));
    const all = [...own, ...(roles.data ?? []).filter(role => !own.some(other => other.key === role.key))];
    return (
      <Choice
        label={t('who.kinds.role')}
        value={String(entry.role ?? '')}
        choices={all}
        onChange={role => onChange({ ...entry, role })}
      />
    );
  }
  if (kind === 'field') {
    const people = (table?.fields ?? []).filter(field => field.type === 'person');
    const choices = [
      { key: 'owner', name: t('fields:system.owner') },
      ...people.map(f => ({ key: f.key, name: say(f.label, f.key) })),
    ];
    return (
      <Choice
        label={t('who.kinds.field')}
        value={String(entry.field ?? '')}
        choices={choices}
        onChange={field => onChange({ ...entry, field })}
      />
    );
  }
  if (kind === 'position') {
    return (
      <Title
        label={t('who.kinds.position')}
        value={String(entry.position ?? '')}
        onChange={position => onChange({ ...entry, position: position ?? '' })}
      />
    );
  }
  return <code>{JSON.stringify(entry)}</code>;
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: { key: string; name: string }[];
  onChange: (key: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const { t } = useTranslation('designer');
  return (
    <Setting label={label}>
      {id => (
        <select id={id} className={input.input} value={value} onChange={event => onChange(event.target.value)}>
          <option value="" disabled>
            {t('who.unset')}
          </option>
          {choices.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}
