import { registry } from '@/lib/registry';
import { grid } from './grid';
import type { ViewFace } from './ViewFace';

/** All kinds of views. A new one is a folder and a line here. */
export const viewTypes = registry<ViewFace>([grid]);
