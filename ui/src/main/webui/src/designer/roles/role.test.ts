import { describe, expect, it } from 'vitest';
import { grantOn, presetRole, withGrant } from './role';

describe('a permission group', () => {
  const own = presetRole('own', '管理本人数据', ['leave', 'trip']);

  it('covers every table of the app from the start', () => {
    expect(own.grants?.map(grant => grant.table)).toEqual(['leave', 'trip']);
  });

  it('writes no default: own rows, and fields that may be written', () => {
    const all = withGrant(own, 'leave', { rows: 'all', fields: { pay: 'hidden', note: 'write' } });
    expect(grantOn(all, 'leave')).toMatchObject({ rows: 'all', fields: { pay: 'hidden' } });
    const back = withGrant(all, 'leave', { rows: 'mine', fields: {} });
    expect(grantOn(back, 'leave')).toEqual(grantOn(own, 'leave'));
  });

  it('loses a grant with its last act, and gets it anew', () => {
    const none = withGrant(own, 'trip', { may: [] });
    expect(none.grants?.map(grant => grant.table)).toEqual(['leave']);
    expect(grantOn(withGrant(none, 'trip', { may: ['read'] }), 'trip')).toEqual({
      key: 'trip',
      table: 'trip',
      may: ['read'],
    });
  });
});
