/** Plans and districts: their panels show every fact of their statements, and all plans stand in one list. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { DESK } from './page.ts';
import { factsOf, factsShown, statementOf } from './statements.ts';

let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  browser = await unpaintedBrowser();
  base = (await testApp()).url;
  page = await browser.newPage({ viewport: DESK, locale: 'pl-PL' });
});
afterAll(async () => { await closePages(browser); });

describe('the panel', () => {
  it('a plan shows its act, the course of its procedure, relations, documents, and all zones when asked', async () => {
    const told = await statementOf(base, 'plans/plaszow-rybitwy');
    await page.goto(`${base}/plan/plaszow-rybitwy`);
    await page.getByTestId('plan-zones').getByRole('button', { name: /Pokaż wszystkie/ }).click();
    expect(await factsShown(page, 'panel-plans')).toEqual(factsOf(told));
    expect(await page.getByTestId('timeline').locator('[aria-current="step"]').textContent()).toContain('teraz');
    await page.getByTestId('plan-relations').getByRole('link').first().click();
    await page.waitForURL(/\/plan\/plaszow-rybitwy-bagry/);
  });

  it('a district shows figures, dates, plans, parks and sites, and is found by its number too', async () => {
    await page.goto(`${base}/dzielnica/13`);
    await page.getByTestId('district-investment-sites').waitFor();
    expect(await factsShown(page, 'panel-districts')).toEqual(factsOf(await statementOf(base, 'districts/XIII')));
    expect(new URL(page.url()).pathname).toBe('/dzielnica/XIII');
  });

  it('a day of the past without the object says that, and leads back to today', async () => {
    await page.goto(`${base}/plan/kobierzynska-pychowicka?day=1990-01-01`);
    await page.getByText('Tego obiektu nie ma w rejestrze na dzień 1.01.1990.').waitFor();
    await page.getByRole('button', { name: 'Pokaż stan na dziś' }).click();
    await page.getByTestId('panel-plans').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('the list of all plans', () => {
  it('has an address of its own, is filtered and ordered, and says how many it holds', async () => {
    await page.goto(`${base}/plany`);
    const rows = page.getByTestId('plans-panel').getByRole('listitem');
    await rows.first().waitFor();
    const all = await rows.count();
    await page.getByLabel('Stan prawny').selectOption('in-consultation');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    await page.getByLabel('Nazwa zawiera').fill('bagry');
    await expect.poll(() => page.getByTestId('plans-count').textContent()).toBe('1 plan');
    await expect.poll(() => page.getByTestId('status-region').textContent()).toContain('1 plan');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('leads to a plan and back, with its conditions kept', async () => {
    await page.getByTestId('plans-panel').getByRole('button', { name: /Bagry/ }).click();
    await page.getByTestId('panel-plans').waitFor();
    await page.getByRole('button', { name: 'Wszystkie plany' }).click();
    await expect.poll(() => page.getByTestId('plans-count').isVisible()).toBe(true);
    expect(await page.getByLabel('Nazwa zawiera').inputValue()).toBe('bagry');
  });
});
