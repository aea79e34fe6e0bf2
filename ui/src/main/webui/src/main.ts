import './lib/tokens.css';
import './lib/base.css';
import { mountWorkbench } from './app/entry';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
mountWorkbench(root);
