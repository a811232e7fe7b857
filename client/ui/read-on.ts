/** Where reading goes on for somebody whose place on the page has gone: what they pressed closed itself. */

/** Nothing has the focus, or only the panel as a whole. */
export const isLost = (): boolean => [null, document.body, document.getElementById('panel')].includes(document.activeElement as HTMLElement | null);

export const isSeen = (element: HTMLElement | null): element is HTMLElement => element !== null && element.isConnected && element.closest('[hidden]') === null;

/** Whoever has lost their place goes on at the heading of what stands in the panel, else at the panel. */
export function readOn(): void {
  if (!isLost()) return;
  const panel = document.getElementById('panel');
  const heading = [...panel?.querySelectorAll<HTMLElement>('h2[tabindex]') ?? []].find(isSeen);
  (heading ?? panel)?.focus({ preventScroll: true });
}
