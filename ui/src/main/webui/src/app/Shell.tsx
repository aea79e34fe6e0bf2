import { useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { ApiError, onSignedOut, speak } from '@/api/client';
import { useMe } from '@/api/hooks';
import { i18n } from '@/i18n';
import { Fault } from '@/lib/Fault';
import { Skeleton } from '@/lib/States';
import { usePhone } from '@/lib/useMedia';
import { BottomBar } from './BottomBar';
import css from './Shell.module.css';
import { TopBar } from './TopBar';

/** The frame round every page behind the sign-in. Who is not signed in is led there, and back afterwards. */
export function Shell() {
  const me = useMe();
  const phone = usePhone();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const back = `/sign-in?back=${encodeURIComponent(pathname + search)}`;

  useEffect(() => onSignedOut(() => void navigate(back, { replace: true })), [navigate, back]);
  useEffect(() => {
    if (!me.data?.locale) return;
    speak(me.data.locale);
    void i18n.changeLanguage(me.data.locale);
  }, [me.data?.locale]);

  if (me.error) {
    const out = me.error instanceof ApiError && me.error.status === 401;
    return out ? null : <Fault error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (!me.data) return <Skeleton rows={8} height={20} />;
  return (
    <div className={css.shell}>
      {!phone && <TopBar me={me.data} />}
      <div className={css.content}>
        <Outlet />
      </div>
      {phone && <BottomBar />}
    </div>
  );
}
