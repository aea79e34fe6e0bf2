import type { Label } from '@/i18n';

export type { Label };

export interface Post {
  id: string;
  unit: string;
  unitName: string;
  company: string | null;
  companyName: string | null;
  position: string | null;
  leader: boolean;
}

export interface Me {
  id: string;
  username: string;
  name: string;
  locale: string;
  administrator: boolean;
  post: string | null;
  posts: Post[];
  company: string | null;
  department: string | null;
  organisation: { name: string; zone: string };
  mayCreateApps: boolean;
}

export interface Unit {
  id: string;
  parent: string | null;
  kind: 'group' | 'company' | 'department' | 'site';
  name: string;
  head?: string | null;
}

export interface Person {
  id: string;
  username?: string;
  name: string;
  active?: boolean;
  posts?: Post[];
}

export interface AppEntry {
  key: string;
  label: Label;
  icon?: string | null;
  version: number;
  company?: string | null;
  admin: boolean;
  template?: string | null;
  updatedAt?: string;
}

export interface Option {
  key: string;
  label?: Label;
  color?: string;
}

/** A field as a document says it: common words, then whatever its type adds. */
export interface FieldDef {
  key: string;
  label?: Label;
  type: string;
  required?: boolean;
  unique?: boolean;
  default?: unknown;
  formula?: string;
  stored?: boolean | string;
  check?: string;
  help?: Label;
  lock?: string;
  hidden?: boolean;
  /** Only in what a reader sees of a published app. */
  access?: 'read' | 'write';
  [word: string]: unknown;
}

export interface RecordType {
  key: string;
  label?: Label;
  hides?: string[];
  requires?: string[];
  options?: Record<string, string[]>;
  starts_in?: string;
  states?: string[];
  form?: string;
}

export interface State {
  key: string;
  label?: Label;
  color?: string;
  locks?: '*' | string[];
  except?: string[];
}

export interface Move {
  key: string;
  label?: Label;
  from?: string[];
  to: string;
  auto?: boolean;
}

export interface TableDef {
  format?: string;
  label?: Label;
  help?: Label;
  title?: string;
  fields: FieldDef[];
  types?: RecordType[];
  lifecycle?: { states?: State[]; moves?: Move[] };
  rules?: TableRule[];
  may?: string[];
  [word: string]: unknown;
}

export interface TableRule {
  key: string;
  when?: string;
  check: string;
  message?: Label;
  at?: string;
  else?: string;
}

export type LayoutItem = string | LayoutElement;

export interface LayoutElement {
  key: string;
  type?: string;
  label?: Label;
  items?: LayoutItem[];
  width?: number;
  required?: boolean;
  readonly?: boolean;
  help?: Label;
  [word: string]: unknown;
}

export interface FormRule {
  key: string;
  when: string;
  show?: string[];
  hide?: string[];
  require?: string[];
  readonly?: string[];
  set?: Record<string, unknown>;
  note?: Label;
}

export interface FormDef {
  format?: string;
  label?: Label;
  help?: Label;
  table: string;
  type?: string;
  layout: LayoutItem[];
  rules?: FormRule[];
  prefill?: Record<string, unknown>;
  submit?: { label?: Label; thanks?: Label; then?: string };
  [word: string]: unknown;
}

export interface ViewDef {
  format?: string;
  label?: Label;
  table: string;
  type: string;
  columns?: LayoutItem[];
  where?: string;
  sort?: unknown;
  [word: string]: unknown;
}

export interface MenuEntry {
  key: string;
  label?: Label;
  items: string[];
}

/** A published app as the caller sees it: what is hidden from them is absent. */
export interface SeenApp {
  key: string;
  label: Label;
  icon?: string | null;
  version: number;
  admin: boolean;
  menu?: MenuEntry[];
  tables: Record<string, TableDef>;
  forms: Record<string, FormDef>;
  views: Record<string, ViewDef>;
  processes?: Record<string, { label?: Label; table?: string }>;
}

export type Values = Record<string, unknown>;
export type Labels = Record<string, string>;

export interface RecordData {
  id: string;
  version: number;
  type: string | null;
  state: string | null;
  company: string | null;
  department: string | null;
  owner: string | null;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  updated_by: string | null;
  values: Values;
  labels?: Labels;
}

export interface SubRow {
  id?: string;
  values: Values;
}

export interface RecordPage {
  records: RecordData[];
  next: string | null;
  labels?: Labels;
  count?: { value: number; exact: boolean };
}

export type Filter =
  | { field: string; op: string; value?: unknown }
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { formula: string };

export interface Sort {
  field: string;
  desc?: boolean;
}

export interface Query {
  fields?: string[];
  filter?: Filter;
  sort?: Sort[];
  limit?: number;
  after?: string | null;
  count?: 'none' | 'estimate' | 'exact';
  labels?: boolean;
}

export interface Change {
  version: number;
  kind: string;
  at: string;
  actor: string | null;
  actorName: string | null;
  /** Field → what it was and what it became. */
  changes: Record<string, { from?: unknown; to?: unknown }>;
}

/** An app in the template centre. */
export interface TemplateEntry {
  key: string;
  label: Label;
  icon: string | null;
  version: string;
  help: Label | null;
}

export interface Candidate {
  id: string;
  label: string;
}

export interface StoredFile {
  id: string;
  name: string;
  size: number;
  type: string;
}

export interface TaskEntry {
  id: string;
  app: string;
  appLabel: Label;
  process: string;
  processLabel: Label;
  node: string;
  nodeLabel: Label | null;
  kind: string;
  table: string;
  record: string;
  title: string;
  starter: string;
  starterName: string;
  createdAt: string;
  doneAt: string | null;
  state: string;
  result: string | null;
  waitingFor?: string[];
}

export interface TimelineEntry {
  id: string;
  node: string;
  nodeLabel: Label | null;
  act: 'started' | 'waiting' | 'approved' | 'rejected' | 'auto' | string;
  actor: string | null;
  actorName: string | null;
  comment: string | null;
  at: string;
}

export interface TaskDetail extends Omit<TaskEntry, 'record'> {
  actions: string[];
  writes: string[];
  form: string | null;
  record: RecordData;
  timeline: TimelineEntry[];
}

export interface Listed<T> {
  items: T[];
  next: string | null;
}

export interface PublishStep {
  kind: string;
  table?: string | null;
  element?: string | null;
  hazard: 'NONE' | 'MAY_FAIL' | 'LOSES_DATA';
  running?: boolean;
  details?: unknown;
}

export interface PublishAnswer {
  version: number;
  steps: PublishStep[];
  violations: { pointer: string; code: string; message: string }[];
}
