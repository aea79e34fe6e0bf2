import { useTranslation } from 'react-i18next';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import { tell } from '@/lib/toast';
import { type Desk, fieldOf, itemKey, keyOf, places } from '../model/design';
import { deleteField, takeOff, usesOf } from '../model/edits';
import { useDesign } from '../model/store';
import { useFormOn } from '../parts/desk';
import css from './FormDesigner.module.css';

interface Props {
  desk: Desk;
  item: string;
  onClose: () => void;
  onDone: () => void;
}

/** Says what uses a field before it goes; what nobody else uses goes at once, and undo brings it back. */
export function DeleteField({ desk, item, onClose, onDone }: Props) {
  const { t } = useTranslation('designer');
  const { form, table } = useFormOn(desk);
  const perform = useDesign(state => state.do);
  const undo = useDesign(state => state.undo);
  const design = useDesign(state => state.history.design);
  const field = fieldOf(table, item);
  const held = form && places(form).find(place => itemKey(place.item) === item)?.item;
  const name = field ? say(field.label, item) : typeof held === 'object' ? say(held.label, item) : item;
  const uses = field ? usesOf(design, desk.table, item).filter(path => path !== desk.form) : [];
  const done = (text: string) => {
    tell(text, { label: t('undo'), run: undo });
    onDone();
  };
  const off = () => {
    perform(takeOff(design, desk, item));
    done(t('takenOff', { name }));
  };
  return (
    <Dialog
      title={t('deleting.title', { name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button onClick={off}>{t('deleting.off')}</Button>
          {field && (
            <Button
              kind="danger"
              onClick={() => {
                perform(deleteField(design, desk.table, item));
                done(t('deleted', { name }));
              }}
            >
              {t('deleting.field')}
            </Button>
          )}
        </>
      }
    >
      {field && <p>{t('deleting.kept')}</p>}
      {uses.length > 0 && (
        <>
          <p>{t('deleting.uses')}</p>
          <ul className={css.uses}>
            {uses.map(path => (
              <li key={path}>{say(design[path]?.label as string, keyOf(path))}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
