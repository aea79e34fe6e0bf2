import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type Choice, Picker } from '@/lib/Picker';
import type { InputProps } from '../FieldType';
import { useScope } from '../scope';

interface Props extends Omit<InputProps, 'value' | 'onChange'> {
  ids: string[];
  many?: boolean;
  /** What the answers depend on besides the text typed. */
  about: readonly unknown[];
  search: (text: string) => Promise<Choice[]>;
  onChange: (ids: string[]) => void;
}

/** Names seen while choosing, so that a fresh choice shows its name before the server has told it. */
const seen = new Map<string, string>();

/** Chooses among what only the server knows. */
export function RemotePicker({ ids, many, about, search, onChange, ...props }: Props) {
  const { labels, still } = useScope();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const wanted = useDeferredValue(text);
  const { data, isFetching } = useQuery({
    queryKey: ['candidates', ...about, wanted],
    queryFn: () => search(wanted),
    enabled: asked && !still,
    placeholderData: keepPreviousData,
  });
  return (
    <Picker
      id={props.id}
      many={many}
      disabled={props.disabled}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      loading={isFetching}
      choices={data ?? []}
      chosen={ids.map(id => ({ key: id, label: labels[id] ?? seen.get(id) ?? id.slice(0, 8) }))}
      onOpen={() => setAsked(true)}
      onSearch={setText}
      onChange={choices => {
        for (const choice of choices) seen.set(choice.key, choice.label);
        onChange(choices.map(choice => choice.key));
      }}
    />
  );
}
