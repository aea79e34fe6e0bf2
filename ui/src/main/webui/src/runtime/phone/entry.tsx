import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from '@/api/client';
import { queryClient } from '@/api/query';
import '@/i18n';
import { Toasts } from '@/lib/Toasts';
import { FormPage } from './FormPage';

/** The slim application behind `/f/<app>/<form>`: a form and nothing else, so that a phone has it at once. */
export function mountFormPage(root: HTMLElement): void {
  const { pathname } = window.location;
  const [, , app = '', form = ''] = pathname.split('/').map(decodeURIComponent);
  onSignedOut(() => window.location.replace(`/sign-in?back=${encodeURIComponent(pathname)}`));
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <FormPage appKey={app} formKey={form} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
}
