import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchPeople } from '@/api/calls';
import { at, get, put } from '@/api/client';
import { type Choice, Picker } from '@/lib/Picker';
import { tell, tellFault } from '@/lib/toast';
import css from './Roles.module.css';

interface Member {
  kind: 'person' | 'unit' | 'position' | 'role';
  id: string;
  name?: string;
}

/** The people named into a group. They are data: a change counts at once, without a publish. */
export function Members({ app, role }: { app: string; role: string }) {
  const { t } = useTranslation('designer');
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const address = at('apps', app, 'roles', role, 'members');
  const members = useQuery({ queryKey: ['members', app, role], queryFn: () => get<Member[]>(address), retry: false });
  const people = useQuery({ queryKey: ['people', search], queryFn: () => searchPeople(search, 50) });
  const saving = useMutation({
    mutationFn: (next: Member[]) =>
      put<Member[]>(
        address,
        next.map(({ kind, id }) => ({ kind, id })),
      ),
    onSuccess: next => {
      client.setQueryData(['members', app, role], next);
      tell(t('roles.membersSaved', { count: next.length }));
    },
    onError: error => tellFault(error.message),
  });
  if (!members.data) return <p className={css.hint}>{t('roles.membersLater')}</p>;
  const named = members.data.filter(member => member.kind === 'person');
  const others = members.data.filter(member => member.kind !== 'person');
  const known = new Map((people.data ?? []).map(person => [person.id, person.name]));
  const choices: Choice[] = (people.data ?? []).map(person => ({
    key: person.id,
    label: person.name,
    hint: person.posts?.[0]?.unitName,
  }));
  return (
    <div className={css.members}>
      <span>{t('roles.members')}</span>
      <Picker
        many
        label={t('roles.members')}
        choices={choices}
        chosen={named.map(({ id, name }) => ({ key: id, label: name ?? known.get(id) ?? id.slice(0, 8) }))}
        loading={people.isPending}
        onSearch={setSearch}
        onChange={next =>
          saving.mutate([...others, ...next.map(choice => ({ kind: 'person' as const, id: choice.key }))])
        }
      />
    </div>
  );
}
