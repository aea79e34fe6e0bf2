import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { TableDef } from '@/api/types';
import { Setting } from '@/fields/parts/settings';
import { say } from '@/i18n';
import { Button, IconButton } from '@/lib/Button';
import input from '@/lib/input.module.css';
import { freeKey } from '@/lib/keys';
import { Menu } from '@/lib/Menu';
import { Notice } from '@/lib/States';
import page from '../DesignPage.module.css';
import { Title } from '../form/FieldPanel';
import { documentsCommand } from '../model/command';
import { type Document, keyOf, tables } from '../model/design';
import { useDesign } from '../model/store';
import { Members } from './Members';
import css from './Roles.module.css';
import { grantOn, MAY, PRESETS, presetRole, ROWS, type RoleDef, withGrant } from './role';

/** The step 权限: a card for each permission group — who, on which table, which acts, which rows, which fields. */
export function RolesStep() {
  const { t } = useTranslation('designer');
  const design = useDesign(state => state.history.design);
  const perform = useDesign(state => state.do);
  const paths = Object.keys(design).filter(path => path.startsWith('roles/'));
  const add = (preset: string) => {
    const key = freeKey(preset, paths.map(keyOf));
    const role = presetRole(preset, t(`roles.preset.${preset}`), Object.keys(tables(design)));
    perform(documentsCommand('newRole', design, { [`roles/${key}.json`]: role as Document }));
  };
  const adder = (
    <Menu
      items={Object.keys(PRESETS).map(preset => ({
        key: preset,
        label: t(`roles.preset.${preset}`),
        onSelect: () => add(preset),
      }))}
      trigger={props => (
        <Button icon={<Plus size={15} />} {...props}>
          {t('roles.add')}
        </Button>
      )}
    />
  );
  return (
    <div className={page.wide}>
      <div className={css.roles}>
        {paths.length === 0 && (
          <Notice title={t('roles.none')} act={adder}>
            {t('roles.noneText')}
          </Notice>
        )}
        {paths.map(path => (
          <RoleCard key={path} path={path} role={design[path] as RoleDef} />
        ))}
        {paths.length > 0 && adder}
      </div>
    </div>
  );
}

function RoleCard({ path, role }: { path: string; role: RoleDef }) {
  const { t } = useTranslation('designer');
  const { app = '' } = useParams();
  const design = useDesign(state => state.history.design);
  const saved = useDesign(state => Boolean(state.saved[path]));
  const perform = useDesign(state => state.do);
  const change = (next: RoleDef | undefined, mark?: string) =>
    perform(documentsCommand('change', design, { [path]: next as Document | undefined }, mark && `${path} ${mark}`));
  const name = say(role.label, keyOf(path));
  return (
    <section className={css.card} aria-label={name}>
      <header className={css.head}>
        <Title label={t('roles.name')} value={role.label} onChange={label => change({ ...role, label }, 'label')} />
        <IconButton label={t('roles.drop', { name })} onClick={() => change(undefined)}>
          <Trash2 size={16} />
        </IconButton>
      </header>
      <Rule role={role} onChange={change} />
      {saved && <Members app={app} role={keyOf(path)} />}
      {Object.entries(tables(design)).map(([key, table]) => (
        <GrantRow key={key} role={role} table={key} def={table} onChange={change} />
      ))}
    </section>
  );
}

type Change = (next: RoleDef, mark?: string) => void;

/** Who belongs to the group by rule; named people come beside it. */
function Rule({ role, onChange }: { role: RoleDef; onChange: Change }) {
  const { t } = useTranslation('designer');
  const [kind = 'none', value = ''] = Object.entries(role.members ?? {})[0] ?? [];
  const chosen = kind === 'unit' ? value : kind;
  const choose = (next: string) => {
    const { members: _, ...rest } = role;
    if (next === 'none') return onChange(rest);
    const members: Record<string, string> = next === 'position' || next === 'role' ? { [next]: '' } : { unit: next };
    const { format, label, help, ...more } = rest;
    onChange({ format, label, ...(help !== undefined && { help }), members, ...more } as RoleDef);
  };
  return (
    <div className={css.pair}>
      <Setting label={t('roles.who')}>
        {id => (
          <select id={id} className={input.input} value={chosen} onChange={event => choose(event.target.value)}>
            {['none', 'company', 'organisation', 'position', 'role'].map(key => (
              <option key={key} value={key}>
                {t(`roles.rule.${key}`)}
              </option>
            ))}
          </select>
        )}
      </Setting>
      {(kind === 'position' || kind === 'role') && (
        <Title
          label={t(`roles.rule.${kind}`)}
          value={value}
          onChange={next => onChange({ ...role, members: { [kind]: String(next ?? '') } }, 'rule')}
        />
      )}
    </div>
  );
}

function GrantRow({ role, table, def, onChange }: { role: RoleDef; table: string; def: TableDef; onChange: Change }) {
  const { t } = useTranslation('designer');
  const grant = grantOn(role, table);
  const may = grant?.may ?? [];
  const rows = grant?.rows ?? 'mine';
  const toggle = (act: string, on: boolean) =>
    onChange(withGrant(role, table, { may: on ? [...may, act] : may.filter(other => other !== act) }));
  return (
    <fieldset className={css.grant}>
      <legend>{say(def.label, table)}</legend>
      <div className={css.acts}>
        {MAY.map(act => (
          <label key={act}>
            <input type="checkbox" checked={may.includes(act)} onChange={event => toggle(act, event.target.checked)} />
            {t(`roles.may.${act}`)}
          </label>
        ))}
      </div>
      {grant && (
        <>
          <Setting label={t('roles.rows')}>
            {id => (
              <select
                id={id}
                className={input.input}
                value={rows}
                onChange={event => onChange(withGrant(role, table, { rows: event.target.value }))}
              >
                {ROWS.map(key => (
                  <option key={key} value={key}>
                    {t(`roles.row.${key}`)}
                  </option>
                ))}
                {rows.startsWith('=') && <option value={rows}>{rows}</option>}
              </select>
            )}
          </Setting>
          <details className={css.fields}>
            <summary>{t('roles.fields', { count: Object.keys(grant.fields ?? {}).length })}</summary>
            {def.fields.map(field => (
              <label key={field.key}>
                <span>{say(field.label, field.key)}</span>
                <select
                  className={input.input}
                  value={grant.fields?.[field.key] ?? grant.fields?.['*'] ?? 'write'}
                  onChange={event =>
                    onChange(withGrant(role, table, { fields: { ...grant.fields, [field.key]: event.target.value } }))
                  }
                >
                  {['write', 'read', 'hidden'].map(right => (
                    <option key={right} value={right}>
                      {t(`roles.right.${right}`)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </details>
        </>
      )}
    </fieldset>
  );
}
