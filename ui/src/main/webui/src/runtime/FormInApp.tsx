import { useParams } from 'react-router';
import { useSeenApp } from './AppPage';
import { FormPage } from './phone/FormPage';

/** A form out of the app's menu, inside the frame. */
export function FormInApp() {
  const app = useSeenApp();
  const { form = '' } = useParams();
  return <FormPage key={form} appKey={app.key} formKey={form} />;
}
