import { CircleCheck, CircleDot, GitBranch, type LucideIcon, Plus, Send, UserCheck } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import { Menu } from '@/lib/Menu';
import { documentsCommand } from '../model/command';
import type { Document } from '../model/design';
import { useDesign } from '../model/store';
import {
  addBranch,
  chainOf,
  insertFork,
  insertInto,
  type Link,
  meetingOf,
  type NodeDef,
  type ProcessDef,
} from './chain';
import css from './Flow.module.css';
import type { Chosen } from './FlowStep';
import { whoInWords } from './who';

interface Props {
  path: string;
  process: ProcessDef;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

const ICONS: Record<string, LucideIcon> = {
  start: Send,
  approve: UserCheck,
  exclusive: GitBranch,
  end: CircleCheck,
};
const ZOOMS = [0.5, 0.75, 1, 1.25];

/** The chain from top to bottom; a plus between any two cards, branches side by side. */
export function FlowChart(props: Props) {
  const { t } = useTranslation('designer');
  const [zoom, setZoom] = useState(2);
  return (
    <section className={css.ground} aria-label={t('flow.chart', { name: say(props.process.label) })}>
      <div className={css.zoom} role="group" aria-label={t('flow.zoom')}>
        <Button small disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          −
        </Button>
        <output>{Math.round((ZOOMS[zoom] ?? 1) * 100)}%</output>
        <Button small disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          +
        </Button>
      </div>
      <div className={css.chart} style={{ zoom: ZOOMS[zoom] }}>
        <Chain {...props} links={chainOf(props.process)} />
      </div>
    </section>
  );
}

function Chain(props: Props & { links: Link[] }) {
  return (
    <div className={css.chain}>
      {props.links.map(link => (
        <Fragment key={link.node.id}>
          {link.branches ? <Fork {...props} link={link} /> : <Card {...props} node={link.node} />}
          {link.next && <Adder {...props} flow={link.next.id} />}
        </Fragment>
      ))}
    </div>
  );
}

function Card({ process, node, chosen, onChoose }: Props & { node: NodeDef }) {
  const { t } = useTranslation('designer');
  const Icon = ICONS[node.type] ?? CircleDot;
  const who = whoInWords(node.settings?.who, t);
  return (
    <button
      type="button"
      className={css.card}
      data-node={node.id}
      data-kind={node.type}
      aria-pressed={chosen.node === node.id}
      onClick={() => onChoose({ node: node.id })}
    >
      <b>
        <Icon size={15} aria-hidden />
        {say(node.label, t(`node.${node.type}`, { defaultValue: node.type }))}
      </b>
      <span>
        {node.type === 'start' && t('flow.startsWhen', { count: process.starts.length })}
        {node.type === 'end' && t('flow.ends')}
        {node.type !== 'start' && node.type !== 'end' && (who || t('flow.nobody'))}
      </span>
    </button>
  );
}

function Fork({ link, ...props }: Props & { link: Link }) {
  const { t } = useTranslation('designer');
  const perform = useDesign(state => state.do);
  const design = useDesign(state => state.history.design);
  const meet = meetingOf(props.process, link.node.id);
  const add = () => {
    if (meet === null) return;
    const step = { type: 'approve', label: t('node.approve'), settings: { who: [{ leader: '=$starter' }] } };
    const next = addBranch(props.process, link.node.id, meet, step, 'TRUE');
    perform(documentsCommand('change', design, { [props.path]: next as Document }));
  };
  return (
    <div className={css.fork}>
      <div className={css.forkHead}>
        <button
          type="button"
          data-node={link.node.id}
          aria-pressed={props.chosen.node === link.node.id}
          onClick={() => props.onChoose({ node: link.node.id })}
        >
          <GitBranch size={14} aria-hidden />
          {say(link.node.label, t('node.exclusive'))}
        </button>
        <IconButton label={t('flow.addBranch')} disabled={meet === null} onClick={add}>
          <Plus size={14} />
        </IconButton>
      </div>
      <div className={css.branches}>
        {link.branches?.map((branch, index) => (
          <div key={branch.flow.id} className={css.branch}>
            <button
              type="button"
              className={css.when}
              data-flow={branch.flow.id}
              aria-pressed={props.chosen.flow === branch.flow.id}
              onClick={() => props.onChoose({ flow: branch.flow.id })}
            >
              <b>
                {say(
                  branch.flow.label,
                  branch.flow.when ? t('flow.branch', { number: index + 1 }) : t('flow.otherwise'),
                )}
              </b>
              <code>{branch.flow.when ?? t('flow.otherwiseText')}</code>
            </button>
            <Adder {...props} flow={branch.flow.id} />
            <Chain {...props} links={branch.links} />
          </div>
        ))}
      </div>
      <i className={css.join} aria-hidden />
    </div>
  );
}

/** The round plus in a flow: which kind of node comes in here. */
function Adder({ path, process, flow, onChoose }: Props & { flow: string }) {
  const { t } = useTranslation('designer');
  const perform = useDesign(state => state.do);
  const design = useDesign(state => state.history.design);
  const put = ({ process: next, id }: { process: ProcessDef; id: string }) => {
    perform(documentsCommand('change', design, { [path]: next as Document }));
    onChoose({ node: id });
  };
  const step = { type: 'approve', label: t('node.approve'), settings: { who: [{ leader: '=$starter' }] } };
  const items = [
    {
      key: 'approve',
      label: t('node.approve'),
      icon: <UserCheck size={15} />,
      onSelect: () => put(insertInto(process, flow, step)),
    },
    {
      key: 'exclusive',
      label: t('node.exclusive'),
      icon: <GitBranch size={15} />,
      onSelect: () => put(insertFork(process, flow, { fork: t('node.exclusive'), step, when: 'TRUE' })),
    },
  ];
  return (
    <div className={css.adder}>
      <Menu
        items={items}
        trigger={props => (
          <button
            type="button"
            className={css.plus}
            data-flow-plus={flow}
            aria-label={t('flow.add')}
            title={t('flow.add')}
            {...props}
          >
            <Plus size={14} />
          </button>
        )}
      />
    </div>
  );
}
