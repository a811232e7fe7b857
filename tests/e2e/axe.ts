/** What axe finds wrong on a page as it stands (WCAG 2.2 A and AA). It sees nothing inside the map. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeWindow {
  readonly axe: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> };
}

/** One line a fault: rule, place, what to do. Empty when there is none. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own security policy would keep that out.
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await (globalThis as unknown as AxeWindow).axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`));
  }, TAGS);
}
