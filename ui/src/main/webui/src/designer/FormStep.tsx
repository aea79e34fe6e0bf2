import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '@/api/client';
import { useApps } from '@/api/hooks';
import { Notice } from '@/lib/States';
import { FormList } from './DesignPage';
import css from './DesignPage.module.css';
import { FormDesigner } from './form/FormDesigner';
import { formAt, formPath, tablePath } from './model/design';
import { useDesign } from './model/store';

/** The step 表单设计: the list of forms and the desk. */
export function FormStep() {
  const { t } = useTranslation('designer');
  const { app = '', form = '' } = useParams();
  const design = useDesign(state => state.history.design);
  const first = Object.keys(design).find(path => path.startsWith('forms/'));
  const path = form ? formPath(form) : (first ?? '');
  const table = formAt(design, path)?.table;
  const layout = useLayoutTypes();
  const apps = useApps();
  const prefix = apps.data?.find(entry => entry.key === app)?.template ? 'x_' : '';
  return (
    <div className={css.forms}>
      <FormList />
      {table ? (
        <FormDesigner key={path} desk={{ form: path, table: tablePath(table) }} layout={layout} prefix={prefix} />
      ) : (
        <Notice title={form ? t('noSuchForm') : t('startHere')}>{t('startHereText')}</Notice>
      )}
    </div>
  );
}

interface Schema {
  $defs?: { item?: { oneOf?: { properties?: { type?: { enum?: string[] } } }[] } };
}

/** The layout elements the server knows, read out of the form's schema. */
function useLayoutTypes(): string[] {
  const { data } = useQuery({
    queryKey: ['schema', 'form'],
    queryFn: () => get<Schema>('/api/schemas/form'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.$defs?.item?.oneOf?.flatMap(kind => kind.properties?.type?.enum ?? []) ?? ['group'];
}
