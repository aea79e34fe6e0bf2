import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate, useParams } from 'react-router';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Menu } from '@/lib/Menu';
import { Notice } from '@/lib/States';
import page from '../DesignPage.module.css';
import { type Design, keyOf, tables } from '../model/design';
import { useDesign } from '../model/store';
import type { ProcessDef } from './chain';
import css from './Flow.module.css';
import { FlowChart } from './FlowChart';
import { NodePanel } from './NodePanel';
import { newProcess } from './newProcess';

/** What of a chain is open in the panel: a node, or a branch by its flow. */
export interface Chosen {
  node?: string;
  flow?: string;
}

/** The step 流程设定: the app's processes, the chain of one, and what is chosen of it. */
export function FlowStep() {
  const { t } = useTranslation('designer');
  const { app = '', process = '' } = useParams();
  const navigate = useNavigate();
  const design = useDesign(state => state.history.design);
  const perform = useDesign(state => state.do);
  const [chosen, choose] = useState<Chosen>({});
  const paths = Object.keys(design).filter(path => path.startsWith('processes/'));
  const path = process ? `processes/${process}.json` : (paths[0] ?? '');
  const open = design[path] as ProcessDef | undefined;
  const make = (table: string) => {
    const made = newProcess(design, table, t);
    perform(made.command);
    choose({});
    navigate(`/d/${app}/processes/${made.key}`);
  };
  return (
    <div className={page.forms}>
      <nav className={page.tree} aria-label={t('flow.title')}>
        <div className={page.treeHead}>
          <h2>{t('flow.title')}</h2>
        </div>
        <ul>
          {paths.map(other => (
            <li key={other}>
              <NavLink to={`/d/${app}/processes/${keyOf(other)}`} onClick={() => choose({})}>
                {say(design[other]?.label as string, keyOf(other))}
              </NavLink>
            </li>
          ))}
        </ul>
        {paths.length === 0 && <p className={page.none}>{t('flow.none')}</p>}
        <Menu
          items={tableItems(design, make)}
          trigger={props => (
            <Button small icon={<Plus size={15} />} {...props}>
              {t('flow.new')}
            </Button>
          )}
        />
      </nav>
      {open ? (
        <div className={css.desk}>
          <FlowChart path={path} process={open} chosen={chosen} onChoose={choose} />
          <NodePanel
            key={`${path} ${chosen.node} ${chosen.flow}`}
            path={path}
            process={open}
            chosen={chosen}
            onChoose={choose}
          />
        </div>
      ) : (
        <Notice title={t('flow.startHere')}>{t('flow.startHereText')}</Notice>
      )}
    </div>
  );
}

const tableItems = (design: Design, make: (table: string) => void) =>
  Object.entries(tables(design)).map(([key, table]) => ({
    key,
    label: say(table.label, key),
    onSelect: () => make(key),
  }));
