/** A search is kept and watched: a feed and the page that ends it; letters on a phone in English and the page that confirms. The feed's entries: investor-journey.test.ts. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { openPage } from './page.ts';

let browser: Browser;
let app: TestApp;
let post: MailServer;
const errors: string[] = [];
const link = (query: Readonly<Record<string, string>>) => `${app.url}/?${new URLSearchParams({ door: 'investor', tool: 'land', need: "status = 'available'", ...query })}`;

beforeAll(async () => {
  browser = await sharedBrowser();
  post = await startMailServer();
  app = await startTestApp({ env: { SMTP_URL: post.url, MAIL_FROM: 'MSIP Kraków <msip@krakow.example>', SEARCHES_PER_MINUTE: '0' } });
}, 180_000);
afterAll(async () => { await closePages(browser); await app?.close(); await post?.close(); });

const focusedText = (page: Page) => page.evaluate(() => (document.activeElement?.textContent ?? '').trim());

describe('on a desk, by keyboard', () => {
  it('a search is kept under a name that is asked for, and its page ends it', async () => {
    const page = await openPage(browser, link({}), errors);
    const room = page.getByTestId('save-search');
    await room.getByRole('button', { name: 'Zapisz i obserwuj' }).press('Enter');
    const form = page.getByTestId('watch-form');
    await form.getByRole('button', { name: 'Zapisz i obserwuj' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('watch-name');
    expect(await form.textContent()).toContain('Podaj nazwę');
    await page.keyboard.type('Tereny <dostępne>');
    await page.keyboard.press('Enter');
    await page.getByTestId('watch-feed').waitFor();
    await expect.poll(() => focusedText(page)).toBe('Kanał jest gotowy');
    const feedUrl = await page.getByLabel('Adres kanału (Atom)').inputValue();
    await page.goto(await page.getByLabel('Adres, pod którym zakończysz obserwację').inputValue());
    expect(await page.textContent('main')).toContain('Tereny <dostępne>');
    expect((await fetch(feedUrl)).status).toBe(200);
    await page.getByRole('button', { name: 'Zakończ i usuń' }).press('Enter');
    await page.waitForSelector('[data-state="ended"]');
    expect((await fetch(feedUrl)).status).toBe(404);
  }, 180_000);
});

describe('on a phone, in English', () => {
  it('letters are asked for, confirmed by the button of the page, and nothing runs over the edge', async () => {
    const page = await openPage(browser, link({ lang: 'en' }), errors, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByTestId('save-search').getByRole('button', { name: 'Save and watch' }).click();
    const form = page.getByTestId('watch-form');
    await form.getByRole('radio', { name: 'E-mail' }).check();
    await form.getByLabel('Name').fill('Sites');
    await form.getByLabel('E-mail address').fill('nobody');
    await form.getByRole('button', { name: 'Save and watch' }).click();
    await expect.poll(() => form.textContent()).toContain('Give one e-mail address.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await form.getByLabel('E-mail address').fill('anna@example.org');
    await form.getByRole('button', { name: 'Save and watch' }).click();
    await page.getByTestId('watch-confirm').waitFor();
    await expect.poll(() => post.mails.length, { timeout: 20_000 }).toBe(1);
    await page.goto(/http\S+\/confirm\?token=[\w-]+/.exec(post.mails[0]!.text)![0]);
    await page.getByRole('button', { name: 'I confirm' }).click();
    await page.waitForSelector('[data-state="confirmed"]');
    expect(await app.database.db.one('SELECT confirmed_at IS NOT NULL AS confirmed FROM investment.watch WHERE email = $1', ['anna@example.org'])).toEqual({ confirmed: true });
  }, 180_000);
});

it('the page reported no errors', () => { expect(errors.filter((error) => !error.includes('status of 404'))).toEqual([]); });
