import { useTranslation } from 'react-i18next';
import { isDecimal } from '@/lib/decimal';
import { useScope } from '../scope';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A value whose type stands elsewhere (computed, looked up): shown by its shape. */
export function AnyValue({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const { labels } = useScope();
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    return (
      <>
        {value.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: computed lists have no identity of their own
          <span key={index}>
            {index > 0 && t('between')}
            <AnyValue value={part} />
          </span>
        ))}
      </>
    );
  }
  if (typeof value === 'object') {
    const { amount, currency, start, end, name } = value as Record<string, unknown>;
    return <>{[amount, currency, start, end, name].filter(part => part !== undefined && part !== null).join(' ')}</>;
  }
  const text = String(value);
  return <span data-numeric={isDecimal(text) || undefined}>{UUID.test(text) ? (labels[text] ?? '') : text}</span>;
}
