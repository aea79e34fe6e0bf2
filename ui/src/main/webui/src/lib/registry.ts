/** An open family: each member brings its key. Nobody outside names a member. */
export interface Registry<T extends { key: string }> {
  get(key: string): T;
  find(key: string): T | undefined;
  all(): readonly T[];
}

export function registry<T extends { key: string }>(members: readonly T[]): Registry<T> {
  const byKey = new Map<string, T>();
  for (const member of members) {
    if (byKey.has(member.key)) throw new Error(`two members call themselves ${member.key}`);
    byKey.set(member.key, member);
  }
  return {
    find: key => byKey.get(key),
    all: () => members,
    get(key) {
      const member = byKey.get(key);
      if (!member) throw new Error(`no member is called ${key}`);
      return member;
    },
  };
}
