import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMe } from '@/api/hooks';
import type { Values } from '@/api/types';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Drawer } from '@/lib/Drawer';
import { newId } from '@/lib/ids';
import { tell } from '@/lib/toast';
import { calculatorIn } from '../form/calculator';
import { formFor } from '../form/layout';
import { RecordForm } from '../form/RecordForm';
import { send } from '../form/send';
import { defaultsOf } from '../form/shape';
import { usePlace } from './place';

/** A new record beside the list. Its id is made here, so that sending twice makes one. */
export function CreateDrawer() {
  const { t } = useTranslation('runtime');
  const { app, tableKey, table, base } = usePlace();
  const me = useMe().data;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const id = useRef(newId());
  const type = params.get('type') ?? table.types?.[0]?.key ?? null;
  const { key, form } = useMemo(() => formFor(app, tableKey, type), [app, tableKey, type]);
  const label = say(form.label ?? table.label, tableKey);
  if (!me) return null;
  const person = me as unknown as Values & { id: string };
  const values = defaultsOf({ table, form, type, me: person, calculator: calculatorIn(me.organisation.zone) });

  const create = async (entered: Values) => {
    const record = await send({ app: app.key, tableKey, formKey: key, id: id.current, type, values: entered });
    void client.invalidateQueries({ queryKey: ['records', app.key, tableKey] });
    tell(t('form.submitted', { label }));
    navigate(`${base}/r/${record.id}`, { replace: true });
  };
  return (
    <Drawer title={t('form.create', { label })} onClose={() => void navigate(base)}>
      <RecordForm
        key={`${tableKey}/${type}`}
        app={app.key}
        table={table}
        form={form}
        me={me}
        type={type}
        state={null}
        values={values}
        labels={{ [me.id]: me.name }}
        onSend={create}
        foot={busy => (
          <>
            <Button onClick={() => void navigate(base)}>{t('common:cancel')}</Button>
            <Button kind="main" type="submit" busy={busy}>
              {say(form.submit?.label) || t('form.submit')}
            </Button>
          </>
        )}
      />
    </Drawer>
  );
}
