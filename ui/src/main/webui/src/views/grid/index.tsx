import type { ViewFace } from '../ViewFace';
import { GridView } from './GridView';

export const grid: ViewFace = { key: 'grid', Show: GridView };
