import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '@/lib/States';

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <main>
      <Notice tone="closed" title={t('notFound')} act={<Link to="/">{t('toWorkbench')}</Link>} />
    </main>
  );
}
