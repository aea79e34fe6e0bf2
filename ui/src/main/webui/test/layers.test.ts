import { describe, expect, it } from 'vitest';
import { wrongImports } from './layers';
import { sources } from './sources';

describe('the folders of the front end', () => {
  it('import only downwards', () => {
    expect(wrongImports(sources())).toEqual([]);
  });

  it('are held by a check that sees a planted import upwards', () => {
    const planted = { path: 'fields/number/index.tsx', text: "import { Shell } from '@/app/Shell';" };
    expect(wrongImports([planted])).toEqual(['fields/number/index.tsx imports app/Shell']);
  });

  it('are held by a check that sees a planted import sideways, relative and lazy', () => {
    const planted = { path: 'designer/Canvas.tsx', text: "const page = import('../runtime/Page');" };
    expect(wrongImports([planted])).toEqual(['designer/Canvas.tsx imports runtime/Page']);
  });
});
