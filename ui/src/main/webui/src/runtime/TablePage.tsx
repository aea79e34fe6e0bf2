import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate, useParams } from 'react-router';
import type { SeenApp, TableDef, ViewDef } from '@/api/types';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Menu } from '@/lib/Menu';
import { Notice } from '@/lib/States';
import { viewTypes } from '@/views';
import { useSeenApp } from './AppPage';
import css from './TablePage.module.css';

/** A table by its first view, or a view of its own; the open record stands beside it at its own address. */
export function TablePage() {
  const { t } = useTranslation('runtime');
  const app = useSeenApp();
  const { table: asked, view: viewKey, record } = useParams();
  const navigate = useNavigate();
  const { tableKey, view } = chosen(app, asked, viewKey);
  const table = app.tables[tableKey];
  if (!table || !view) return <Notice tone="closed" title={t('app.tableMissing')} />;

  const base = viewKey ? `/a/${app.key}/v/${viewKey}` : `/a/${app.key}/t/${tableKey}`;
  const { Show } = viewTypes.find(view.type) ?? viewTypes.get('grid');
  const create = (type?: string) => navigate(`${base}/new${type ? `?type=${type}` : ''}`);
  const mayCreate = table.may?.includes('create');
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{say(view.label ?? table.label, tableKey)}</h1>
        {mayCreate && <CreateButton table={table} onCreate={create} />}
      </header>
      <Show
        key={`${tableKey}/${viewKey ?? ''}`}
        app={app.key}
        tableKey={tableKey}
        table={table}
        view={view}
        openId={record}
        onOpen={id => void navigate(`${base}/r/${id}`)}
        onCreate={mayCreate ? () => void create() : undefined}
      />
      <Outlet context={{ app, tableKey, table, base }} />
    </main>
  );
}

function chosen(app: SeenApp, asked = '', viewKey?: string): { tableKey: string; view: ViewDef | undefined } {
  if (viewKey) {
    const view = app.views[viewKey];
    return { tableKey: view?.table ?? '', view };
  }
  const own = Object.values(app.views).find(view => view.table === asked);
  return { tableKey: asked, view: own ?? { table: asked, type: 'grid' } };
}

/** One button; with several business kinds it asks which one. */
function CreateButton({ table, onCreate }: { table: TableDef; onCreate: (type?: string) => void }) {
  const { t } = useTranslation('runtime');
  const types = table.types ?? [];
  if (types.length < 2) {
    return (
      <Button kind="main" icon={<Plus size={16} />} onClick={() => onCreate(types[0]?.key)}>
        {t('app.create')}
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      items={types.map(type => ({
        key: type.key,
        label: say(type.label, type.key),
        onSelect: () => onCreate(type.key),
      }))}
      trigger={props => (
        <Button {...props} kind="main" icon={<Plus size={16} />}>
          {t('app.create')}
        </Button>
      )}
    />
  );
}
