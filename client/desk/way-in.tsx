/** The way in: which step of signing in comes next. The same at the desk and in the dialog over a page whose session has ended. */
import { lazy, Suspense, useState } from 'react';
import type { Session } from '../../domain/contract/office/session.ts';
import { Loading } from '../ui/notice.tsx';
import { useFreshCodes } from './fresh-codes.ts';
import { PasswordForm } from './password-form.tsx';

const SecondFactorForm = lazy(() => import('./second-factor-form.tsx').then((room) => ({ default: room.SecondFactorForm })));
const Enrolling = lazy(() => import('./enrolling.tsx').then((room) => ({ default: room.Enrolling })));
const RecoveryCodes = lazy(() => import('./recovery-codes.tsx').then((room) => ({ default: room.RecoveryCodes })));

interface Props {
  readonly session: Session;
  /** Who was signed in here a moment ago. */
  readonly login?: string;
  /** Leaving the page for the provider would lose what stands on it: it opens beside. */
  readonly keepPage?: boolean;
}

export function WayIn({ session, login = '', keepPage = false }: Props) {
  const codes = useFreshCodes();
  const [over, setOver] = useState(false);
  const onOver = () => setOver(true);
  if (codes) return <Suspense fallback={<Loading />}><RecoveryCodes codes={codes} /></Suspense>;
  switch (session.state) {
    case 'anonymous': return <PasswordForm oidc={session.oidc?.name ?? null} passwords={session.passwords} login={login} keepPage={keepPage} over={over} />;
    case 'second-factor': return <Suspense fallback={<Loading />}><SecondFactorForm login={session.login} onOver={onOver} /></Suspense>;
    case 'enrolment': return <Suspense fallback={<Loading />}><Enrolling login={session.login} onOver={onOver} /></Suspense>;
    case 'signed-in': return <Loading />;
  }
}
