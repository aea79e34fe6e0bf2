import './lib/tokens.css';
import './lib/base.css';

/**
 * The one door. A form on its own (`/f/<app>/<form>`) loads a slim application; everything else is the workbench.
 * The two share React, the fields and the client, nothing more.
 */
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const entry = window.location.pathname.startsWith('/f/')
  ? import('./runtime/phone/entry').then(module => module.mountFormPage)
  : import('./app/entry').then(module => module.mountWorkbench);

entry.then(mount => mount(root));
