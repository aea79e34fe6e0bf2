import { at, call, get, patch, post, remove } from './client';
import type {
  AppEntry,
  Candidate,
  Change,
  Listed,
  Me,
  Person,
  Query,
  RecordData,
  RecordPage,
  SeenApp,
  StoredFile,
  TaskDetail,
  TaskEntry,
  TemplateEntry,
  TimelineEntry,
  Unit,
  Values,
} from './types';

/** Where a record lives. */
export interface Place {
  app: string;
  table: string;
}

const records = ({ app, table }: Place, ...more: string[]) => at('apps', app, 'tables', table, 'records', ...more);

export const signIn = (username: string, password: string) =>
  post<{ expiresAt: string }>('/api/auth/login', { username, password, session: 'cookie' });
export const signOut = () => post<void>('/api/auth/logout');
export const getMe = () => get<Me>('/api/me');
export const actAs = (postId: string) => post<Me>('/api/me/post', { post: postId });
export const changeMe = (change: { password: { old: string; new: string } } | { locale: string }) =>
  patch<Me>('/api/me', change);

export const getUnits = () => get<Listed<Unit>>('/api/org/units').then(list => list.items);
export const searchPeople = (search: string, limit = 20) =>
  get<Listed<Person>>(`/api/org/users?${new URLSearchParams({ search, limit: String(limit) })}`).then(l => l.items);

export const getApps = () => get<AppEntry[]>('/api/apps');
export const createApp = (key: string, label: string) => post<AppEntry>('/api/apps', { key, label });
export const getApp = (app: string) => get<SeenApp>(at('apps', app));

export const getTemplates = () => get<TemplateEntry[]>('/api/templates');
export const installTemplate = (template: string, body: { appKey: string; label?: string; sample: boolean }) =>
  post<AppEntry>(at('templates', template, 'install'), body);

export const queryRecords = (place: Place, query: Query) => post<RecordPage>(records(place, 'query'), query);
export const getRecord = (place: Place, id: string) => get<RecordData>(`${records(place, id)}?labels=true`);
export const createRecord = (place: Place, body: { id: string; type?: string; values: Values }) =>
  post<RecordData>(records(place), body);
export const changeRecord = (place: Place, id: string, version: number, values: Values) =>
  patch<RecordData>(records(place, id), { version, values });
export const moveRecord = (place: Place, id: string, move: string, version: number) =>
  post<RecordData>(records(place, id, 'moves', move), { version });
export const deleteRecord = (place: Place, id: string) => remove(records(place, id));
export const getHistory = (place: Place, id: string) =>
  get<Listed<Change>>(records(place, id, 'history')).then(list => list.items);
export const getTimeline = (place: Place, id: string) =>
  get<{ instances: { id: string; process: string; processLabel: string; state: string; timeline: TimelineEntry[] }[] }>(
    records(place, id, 'timeline'),
  );
export const getCandidates = (place: Place, field: string, search: string, values: Values) =>
  post<Listed<Candidate>>(at('apps', place.app, 'tables', place.table, 'candidates'), {
    field,
    search,
    limit: 20,
    values,
  }).then(list => list.items);

export const submitForm = (app: string, form: string, body: { id: string; values: Values; draft?: boolean }) =>
  post<{ record: RecordData; process?: unknown }>(at('apps', app, 'forms', form, 'submissions'), body);

export function uploadFile(file: File): Promise<StoredFile> {
  const body = new FormData();
  body.append('file', file);
  return call<StoredFile>('POST', '/api/files', { body });
}
export const fileAddress = (id: string) => at('files', id);

export const getTasks = (box: string) => get<Listed<TaskEntry>>(`/api/tasks?box=${box}`).then(list => list.items);
export const getTask = (id: string) => get<TaskDetail>(at('tasks', id));
export const actOnTask = (id: string, act: string, body: { comment?: string; values?: Values }) =>
  post<TaskDetail>(at('tasks', id, act), body);
export const getTaskCounts = () => get<{ todo: number }>('/api/tasks/counts');
