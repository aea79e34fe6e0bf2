import { ApiError, at, callTagged, get, post } from './client';
import type { PublishAnswer } from './types';

/** The default change set of an app: what a builder edits. */
export interface Draft {
  revision: number;
  base: number;
  files: string[];
}

/** A document with the tag that a later edit must name. */
export interface Fetched {
  document: Record<string, unknown>;
  etag: string;
}

export interface Version {
  version: number;
  note: string;
  createdAt: string;
  createdBy: string | null;
  createdByName: string | null;
}

const draft = (app: string, ...more: string[]) => at('apps', app, 'draft', ...more);

export const getDraft = (app: string) => get<Draft>(draft(app));

export async function getDocument(app: string, path: string): Promise<Fetched> {
  const { value, etag } = await callTagged<Record<string, unknown>>('GET', draft(app, ...path.split('/')));
  return { document: value, etag: etag ?? '' };
}

/** All documents that a designer edits, fetched side by side. Bytes (assets, samples) stay on the server. */
export async function getDocuments(app: string): Promise<Record<string, Fetched>> {
  const { files } = await getDraft(app);
  const wanted = files.filter(path => path.endsWith('.json') && !path.startsWith('assets/'));
  const fetched = await Promise.all(wanted.map(path => getDocument(app, path)));
  return Object.fromEntries(wanted.map((path, index) => [path, fetched[index] as Fetched]));
}

/** Several documents in one edit, all or none. `ifMatch` names the tag of each that was there before. */
export const editDraft = (
  app: string,
  edit: { put: Record<string, unknown>; delete: string[]; ifMatch: Record<string, string> },
) => post<Draft>(draft(app), edit);

export const previewPublish = (app: string) => post<PublishAnswer>(`${at('apps', app, 'publish')}?dryRun=true`, {});
export const publish = (app: string, body: { accept: string[]; note?: string }) =>
  post<PublishAnswer>(at('apps', app, 'publish'), body);
export const getVersions = (app: string) => get<Version[]>(at('apps', app, 'versions'));
export const restoreVersion = (app: string, version: number, accept: string[]) =>
  post<PublishAnswer>(at('apps', app, 'versions', String(version), 'restore'), { accept });

/** Whether a refusal means that a colleague was quicker. */
export const isStale = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 412;
