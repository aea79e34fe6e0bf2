import { useTranslation } from 'react-i18next';
import { say } from '@/i18n';
import { Button } from '@/lib/Button';
import { Dialog } from '@/lib/Dialog';
import { tellFault } from '@/lib/toast';
import css from './form/FormDesigner.module.css';
import { keyOf } from './model/design';
import { useDesign } from './model/store';

interface Props {
  paths: string[];
  onClose: () => void;
  onKeep: () => void;
}

/** A colleague saved the same documents first: theirs or mine, and nothing happens unasked. */
export function StaleEdit({ paths, onClose, onKeep }: Props) {
  const { t } = useTranslation('designer');
  const { keepMine, takeTheirs } = useDesign();
  const design = useDesign(state => state.history.design);
  const failed = (error: Error) => tellFault(error.message);
  return (
    <Dialog
      title={t('stale.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button onClick={() => void takeTheirs(paths).then(onClose, failed)}>{t('stale.theirs')}</Button>
          <Button
            kind="main"
            onClick={() =>
              void keepMine(paths).then(() => {
                onClose();
                onKeep();
              }, failed)
            }
          >
            {t('stale.mine')}
          </Button>
        </>
      }
    >
      <p>{t('stale.text')}</p>
      <ul className={css.uses}>
        {paths.map(path => (
          <li key={path}>
            {say(design[path]?.label as string, keyOf(path))} <code>{path}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
