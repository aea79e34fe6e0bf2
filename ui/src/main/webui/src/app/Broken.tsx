import { useRouteError } from 'react-router';
import { Fault } from '@/lib/Fault';

/** A screen that fell over: says so in words and offers to load it anew; the frame round it stays. */
export function Broken() {
  return <Fault error={useRouteError()} onRetry={() => window.location.reload()} />;
}
