/** Which procedure is open, and which of its drafts: the parameter `procedure` of the address, `czyzyny-zachod~2`. */
import { navigate, useUrl } from '../url/use-url.ts';

export interface OpenProcedure { readonly key: string; readonly draft: number | null }

export function parseOpen(text: string | null): OpenProcedure | null {
  const [, key, draft] = /^(.+?)(?:~([1-9]\d{0,5}))?$/.exec(text ?? '') ?? [];
  return key ? { key, draft: draft ? Number(draft) : null } : null;
}
export const printOpen = ({ key, draft }: OpenProcedure): string => (draft === null ? key : `${key}~${draft}`);

export const useOpenProcedure = (): OpenProcedure | null => parseOpen(useUrl().procedure);
export const openProcedure = (key: string, draft: number | null = null): void => navigate({ procedure: printOpen({ key, draft }) });
export const leaveProcedure = (): void => navigate({ procedure: null });
