/** Starts the client. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import './fonts/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { applyThemeEarly } from './theme/theme.ts';

applyThemeEarly();
createRoot(document.getElementById('root')!).render(
  <StrictMode><QueryClientProvider client={queryClient}><App /></QueryClientProvider></StrictMode>,
);
