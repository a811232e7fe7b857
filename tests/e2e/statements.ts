/** What a statement says and what a panel shows of it, in a form that can be compared. */
import type { Page } from 'playwright-core';
import { type Fact, Statement } from '../../domain/contract/statement.ts';

/** Of `parcels/KEY`, `plans/KEY`, `districts/KEY`. */
export const statementOf = async (base: string, path: string): Promise<Statement> => Statement.parse(await (await fetch(`${base}/api/${path}/statement`)).json());

const pairs = (facts: readonly Pick<Fact, 'label' | 'value'>[]): string[] => [...new Set(facts.map(({ label, value }) => `${label}: ${value}`))].toSorted();

/** Every fact of a statement as "label: value", each once. */
export const factsOf = ({ topics }: Statement): string[] => pairs(topics.flatMap(({ facts, entries, apart }) => [...facts, ...[...entries, ...apart].flatMap((entry) => entry.facts)]));

/** Every fact that stands in a panel as "label: value", each once. */
export const factsShown = async (page: Page, testid: string): Promise<string[]> =>
  pairs(await page.getByTestId(testid).locator('[data-label]').evaluateAll((all) => all.map((one) => ({ label: one.getAttribute('data-label')!, value: one.getAttribute('data-value')! }))));
