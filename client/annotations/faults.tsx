/** Why something could not be written, in words, and what to do; signing in again where that is it. */
import type { ReactNode } from 'react';
import type { WriteFault } from '../api/annotations.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { navigate } from '../url/use-url.ts';

const TEXTS = defineTexts({
  pl: {
    signIn: 'Zaloguj się', 'signed-out': 'Sesja wygasła. Zaloguj się ponownie – to, co napisano, jest zachowane na tym urządzeniu.', forbidden: 'Nie masz do tego uprawnień: miejsce leży poza obszarem Twojego konta albo adnotacja jest zamknięta.',
    gone: 'Tej adnotacji już nie ma albo nie jest dla Ciebie.', offline: 'Brak połączenia z siecią.', unavailable: 'Serwer chwilowo nie odpowiada.', conflict: 'Ktoś zmienił tę adnotację w tej samej chwili. Wczytano nową wersję – sprawdź ją i spróbuj jeszcze raz.',
    refused: (detail: string) => `Serwer nie przyjął zapisu: ${detail}`, geometry: (detail: string) => `Kształt jest nieprawidłowy – popraw wierzchołki. ${detail}`, outside: 'Kształt leży poza Krakowem.',
  },
  en: {
    signIn: 'Sign in', 'signed-out': 'The session has ended. Sign in again – what you wrote is kept on this device.', forbidden: 'You may not do this: the place lies outside the areas of your account, or the annotation is closed.',
    gone: 'This annotation is no longer there, or not for you.', offline: 'No network connection.', unavailable: 'The server is not answering at the moment.', conflict: 'Somebody changed this annotation at the same moment. The new version is loaded – look at it and try again.',
    refused: (detail: string) => `The server did not take it: ${detail}`, geometry: (detail: string) => `The shape is not valid – correct its vertices. ${detail}`, outside: 'The shape lies outside Kraków.',
  },
});

export function useFaultWords(): (fault: WriteFault) => string {
  const texts = useTexts(TEXTS);
  return (fault) => {
    if (fault.kind !== 'refused') return texts[fault.kind];
    return fault.code === 'invalid-geometry' ? texts.geometry(fault.detail) : fault.code === 'outside-city' ? texts.outside : texts.refused(fault.detail);
  };
}

/** Opens the desk to sign in; what is open in the panel steps back. */
export const goToSignIn = (): void => navigate({ tool: 'desk', selection: { kind: 'none' } });

/** `also`: a sentence more. */
export function Fault({ fault, also }: { readonly fault: WriteFault; readonly also?: ReactNode }) {
  const texts = useTexts(TEXTS);
  const words = useFaultWords();
  const quiet = fault.kind === 'offline' || fault.kind === 'unavailable';
  return <Notice kind={quiet ? 'warn' : 'bad'} action={fault.kind === 'signed-out' ? <Button kind="quiet" onClick={goToSignIn}>{texts.signIn}</Button> : undefined}>{words(fault)} {also}</Notice>;
}
