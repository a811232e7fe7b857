/** Starts the client. */
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EMBED_PATH } from '../domain/paths.ts';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import './fonts/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { applyThemeEarly } from './theme/theme.ts';
import { bringUpToDate, mayBeOld } from './url/old-address.ts';

applyThemeEarly();
const open = (page: ReactNode): void => createRoot(document.getElementById('root')!).render(<StrictMode><QueryClientProvider client={queryClient}>{page}</QueryClientProvider></StrictMode>);
const { pathname, search } = location;
if (pathname.startsWith(EMBED_PATH)) void import('./embed/embed.tsx').then(({ Embed }) => open(<Embed />));
else if (mayBeOld(pathname, search)) void bringUpToDate().catch(reportError).then(() => open(<App />));
else open(<App />);
