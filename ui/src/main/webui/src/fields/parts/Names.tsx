import { ChoiceTag } from '@/lib/Picker';
import { useScope } from '../scope';
import css from './Names.module.css';

/** Who or what an id stands for; while no name is known, a short piece of the id. */
export function Name({ id }: { id: string }) {
  const { labels } = useScope();
  return <span className={css.name}>{labels[id] ?? id.slice(0, 8)}</span>;
}

/** Several of them as tags in one line. */
export function Names({ ids }: { ids: string[] }) {
  const { labels } = useScope();
  return (
    <span className={css.names}>
      {ids.map(id => (
        <ChoiceTag key={id} choice={{ key: id, label: labels[id] ?? id.slice(0, 8) }} />
      ))}
    </span>
  );
}
