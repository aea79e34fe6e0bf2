/** One fault of a request; `pointer` is a JSON Pointer into the body that was sent. */
export interface Violation {
  pointer: string;
  code: string;
  message: string;
}

/** A refusal in the server's own words (problem+json), or `offline` when no server answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly violations: Violation[];
  readonly traceId?: string;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(text(body.detail) ?? text(body.title) ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.type = text(body.type) ?? 'unknown';
    this.title = text(body.title) ?? '';
    this.violations = Array.isArray(body.violations) ? (body.violations as Violation[]) : [];
    this.traceId = text(body.traceId);
    this.body = body;
  }
}

/** What a call may bring along. `body` is sent as JSON unless it is bytes or a form. */
export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** An answer together with its ETag, for documents that are edited. */
export interface Tagged<T> {
  value: T;
  etag: string | null;
}

type Listener = () => void;
const signedOut = new Set<Listener>();
let locale = 'zh-CN';

/** The language the server answers in. */
export function speak(language: string): void {
  locale = language;
}

/** Hears of every 401; gives back how to stop listening. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  return (await callTagged<T>(method, path, options)).value;
}

export async function callTagged<T>(method: string, path: string, options: CallOptions = {}): Promise<Tagged<T>> {
  const response = await send(method, path, options);
  if (!response.ok) throw await refusal(response, path);
  return { value: (await payload(response)) as T, etag: response.headers.get('ETag') };
}

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });
export const post = <T>(path: string, body?: unknown, headers?: Record<string, string>) =>
  call<T>('POST', path, { body, headers });
export const put = <T>(path: string, body?: unknown, headers?: Record<string, string>) =>
  call<T>('PUT', path, { body, headers });
export const patch = <T>(path: string, body?: unknown) => call<T>('PATCH', path, { body });
export const remove = (path: string, headers?: Record<string, string>) => call<void>('DELETE', path, { headers });

/** Joins segments into an address; each is encoded, so that a key can never climb out of its place. */
export function at(...segments: string[]): string {
  return `/api/${segments.map(encodeURIComponent).join('/')}`;
}

async function send(method: string, path: string, { body, headers, signal }: CallOptions): Promise<Response> {
  const raw = body instanceof FormData || body instanceof Blob;
  const json = body !== undefined && !raw;
  try {
    return await fetch(path, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': locale,
        'X-Tangram-Request': '1',
        ...(json ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      body: json ? JSON.stringify(body) : (body as BodyInit | undefined),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, { type: 'offline' });
  }
}

async function refusal(response: Response, path: string): Promise<ApiError> {
  const body = (await payload(response).catch(() => undefined)) as Record<string, unknown> | undefined;
  if (response.status === 401 && !path.startsWith('/api/auth/')) for (const listener of signedOut) listener();
  return new ApiError(response.status, typeof body === 'object' && body ? body : {});
}

async function payload(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? response.json() : response.text();
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
