import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, at, get, onSignedOut, post } from './client';

function answer(status: number, body: unknown, type = 'application/problem+json') {
  const sent = vi.fn(
    async (_path: string, _init: RequestInit) =>
      new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } }),
  );
  vi.stubGlobal('fetch', sent);
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('turns a problem into an error with its violations', async () => {
    const violations = [{ pointer: '/values/days', code: 'required', message: '必填' }];
    answer(422, { type: 'values-invalid', title: '有误', detail: '请修改', violations, traceId: 'abc' });
    const error = await post('/api/x', {}).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 422, type: 'values-invalid', message: '请修改', violations, traceId: 'abc' });
  });

  it('says who it is, so that no other site can act for a person', async () => {
    const sent = answer(200, {}, 'application/json');
    await post('/api/x', { a: 1 });
    const headers = sent.mock.calls[0]?.[1].headers as Record<string, string>;
    expect(headers['X-Tangram-Request']).toBe('1');
    expect(headers['Content-Type']).toBe('application/json');
  });

  it('tells of a 401, but not of a wrong password', async () => {
    const out = vi.fn();
    const stop = onSignedOut(out);
    answer(401, { type: 'sign-in-failed' });
    await post('/api/auth/login', {}).catch(() => undefined);
    expect(out).not.toHaveBeenCalled();
    await get('/api/me').catch(() => undefined);
    expect(out).toHaveBeenCalledTimes(1);
    stop();
  });

  it('calls silence offline', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed');
    });
    expect(await get('/api/me').catch((caught: unknown) => caught)).toMatchObject({ status: 0, type: 'offline' });
  });

  it('keeps a key in its place', () => {
    expect(at('apps', '../me', 'a b')).toBe('/api/apps/..%2Fme/a%20b');
  });
});
