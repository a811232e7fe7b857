/** Signing in at a desk and on a phone: invitation, second factor, recovery code, provider, what goes wrong, and a session that ends under a page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount } from '../../server/rooms/accounts/people.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { startOidcProvider, type TestProvider } from '../support/oidc.ts';
import { signIn } from '../support/people.ts';
import { axeFaults } from './axe.ts';

const PASSWORD = 'konik zielony most wiatr';
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

let browser: Browser;
let app: TestApp;
let provider: TestProvider;
let actor: number;
/** Ahead of the machine's clock: a code works once, so the next step must come. */
let aheadMs = 0;
const now = () => new Date(Date.now() + aheadMs);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  provider = await startOidcProvider(`http://127.0.0.1:${port}`);
  [browser, app] = await Promise.all([unpaintedBrowser(), startTestApp({ env: { ...provider.env, PORT: String(port), OIDC_TRUSTED_ACR: 'urn:two' }, now })]);
  actor = (await signIn(app, { login: 'head', role: 'administrator' })).id;
});
afterAll(async () => {
  await closePages(browser);
  await app?.close();
  await provider?.stop();
});

/** The path of the one-time link of a new account. */
async function invite(login: string, name: string, role: 'planner' | 'administrator' = 'planner'): Promise<string> {
  const { invitation } = await addAccount({ db: app.database.db, now, publicUrl: app.config.publicUrl, actor }, { login, name, role, wholeCity: true, areas: [] });
  return new URL(invitation.url).pathname;
}

async function openAt(path: string, size: keyof typeof SIZES): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES[size], locale: 'pl-PL', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(app.url + path);
  return page;
}

/** The next code of an authenticator. */
function codeOf(secret: string): string {
  aheadMs += 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() });
}

const secretOn = async (page: Page): Promise<string> => (await page.getByTestId('enrolment-secret').textContent())!.replace(/\s/g, '');

async function setPasswordAndFactor(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByLabel('Nowe hasło').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ustaw hasło' }).click();
  const secret = await secretOn(page);
  // A phone may drop the page while the authenticator is open: what it scanned must stay good.
  await page.reload();
  expect(await secretOn(page)).toBe(secret);
  await page.getByLabel('Kod z aplikacji').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Włącz', exact: true }).click();
  const listed = page.getByTestId('recovery-codes').getByRole('listitem');
  await listed.first().waitFor();
  const codes = await listed.allTextContents();
  return { secret, codes: codes.map((text) => text.trim()) };
}

async function keepCodes(page: Page): Promise<void> {
  await page.getByLabel('Kody są zapisane').check();
  await page.getByRole('button', { name: 'Przejdź do biurka' }).click();
  await page.getByTestId('signed-in').waitFor();
}

async function givePassword(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Hasło', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Zaloguj się', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Konto', exact: true }).click();
  await page.getByRole('button', { name: 'Wyloguj się', exact: true }).click();
  await page.getByTestId('sign-in').waitFor();
}

describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  it('from the invitation to a session, out, and in again by code and by recovery code', async () => {
    const page = await openAt(await invite(`anna-${size}`, 'Anna Nowak'), size);
    await page.getByText('To link dla: Anna Nowak').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const { secret, codes } = await setPasswordAndFactor(page);
    expect(codes.length).toBeGreaterThanOrEqual(8);
    expect(await axeFaults(page)).toEqual([]);
    await keepCodes(page);
    expect(await page.getByTestId('signed-in').textContent()).toBe('AN');
    await signOut(page);
    expect(await page.getByTestId('signed-in').count()).toBe(0);

    await givePassword(page, `anna-${size}`);
    await page.getByLabel('Kod z aplikacji').fill('000000');
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByText('Kod się nie zgadza').waitFor();
    expect(await page.getByLabel('Kod z aplikacji').getAttribute('aria-describedby')).toContain('second-factor-fault');
    await page.getByLabel('Kod z aplikacji').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByTestId('signed-in').waitFor();
    await signOut(page);

    await givePassword(page, `anna-${size}`);
    await page.getByRole('button', { name: /kodu zapasowego/ }).click();
    await page.getByLabel('Kod zapasowy').fill(codes[0]!);
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByTestId('signed-in').waitFor();
    await page.getByRole('button', { name: 'Konto', exact: true }).click();
    await page.getByTestId('sessions').getByRole('listitem').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('a wrong password and an unknown login read the same, and the field takes the focus', async () => {
    const page = await openAt('/biurko', size);
    await givePassword(page, 'head', 'something else entirely');
    const fault = page.getByTestId('sign-in-fault').getByRole('alert');
    const first = await fault.textContent();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('password');
    await givePassword(page, `nobody-${size}`, 'something else entirely');
    await expect.poll(() => fault.textContent()).toBe(first);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('a session that ends under a form loses nothing: sign in, send again', async () => {
    const page = await openAt(await invite(`admin-${size}`, 'Jan Rokita', 'administrator'), size);
    const { secret } = await setPasswordAndFactor(page);
    await keepCodes(page);
    await page.getByRole('button', { name: 'Ludzie' }).click();
    await page.getByRole('button', { name: 'Dodaj osobę' }).click();
    const form = page.getByTestId('person-form');
    await form.getByLabel('Imię i nazwisko').fill('Ewa Zielińska');
    await form.getByLabel('Login').fill(`ewa-${size}`);
    await app.database.db.none('DELETE FROM office.session');
    await form.getByRole('button', { name: 'Dodaj i utwórz link' }).click();
    const dialog = page.getByTestId('session-ended');
    await dialog.getByLabel('Hasło', { exact: true }).fill(PASSWORD);
    expect(await dialog.getByLabel('Login').inputValue()).toBe(`admin-${size}`);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Zaloguj się', exact: true }).click();
    await dialog.getByLabel('Kod z aplikacji').fill(codeOf(secret));
    await dialog.getByRole('button', { name: 'Dalej' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await form.getByLabel('Imię i nazwisko').inputValue()).toBe('Ewa Zielińska');
    await form.getByRole('button', { name: 'Dodaj i utwórz link' }).click();
    expect(await page.getByLabel('Jednorazowy link').inputValue()).toMatch(/\/zaproszenie\/[\w-]{43}$/);
    await page.getByTestId(`person-ewa-${size}`).waitFor();
    await page.context().close();
  });

  it('recovery codes and authenticator are renewed in the account tab, by a code of now', async () => {
    const page = await openAt(await invite(`iga-${size}`, 'Iga Kowal'), size);
    const { secret, codes } = await setPasswordAndFactor(page);
    await keepCodes(page);
    await page.getByRole('button', { name: 'Konto', exact: true }).click();
    await page.getByText('Drugi składnik', { exact: true }).click();
    await page.getByRole('button', { name: 'Nowe kody zapasowe' }).click();
    await page.getByLabel('Obecny kod').fill('000000');
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByText('albo był już użyty').waitFor();
    await page.getByLabel('Obecny kod').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Dalej' }).click();
    const listed = page.getByTestId('recovery-codes').getByRole('listitem');
    await listed.first().waitFor();
    const fresh = (await listed.allTextContents()).map((text) => text.trim());
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    await keepCodes(page);

    await page.getByText('Drugi składnik', { exact: true }).click();
    await page.getByRole('button', { name: 'Nowy telefon lub aplikacja' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Obecny kod').fill(fresh[0]!);
    await page.getByRole('button', { name: 'Dalej' }).click();
    const next = await secretOn(page);
    expect(next).not.toBe(secret);
    await page.getByLabel('Kod z aplikacji').fill(codeOf(next));
    await page.getByRole('button', { name: 'Włącz', exact: true }).click();
    await keepCodes(page);
    await signOut(page);
    await givePassword(page, `iga-${size}`);
    await page.getByLabel('Kod z aplikacji').fill(codeOf(next));
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByTestId('signed-in').waitFor();
    await page.context().close();
  });

  it('by the provider of the office and back to the desk; without an account it says so', async () => {
    await addAccount({ db: app.database.db, now, publicUrl: app.config.publicUrl, actor }, { login: `ola-${size}`, name: 'Ola Lis', role: 'planner', wholeCity: true, areas: [] });
    provider.become({ sub: `ola-${size}`, preferred_username: `ola-${size}`, acr: 'urn:two' });
    const page = await openAt('/biurko', size);
    await page.getByRole('link', { name: 'Zaloguj się przez: Konto miejskie' }).click();
    await expect.poll(() => page.getByTestId('signed-in').textContent()).toBe('OL');
    expect(new URL(page.url()).pathname).toBe('/biurko');
    await page.context().close();
    provider.become({ sub: `stranger-${size}`, preferred_username: `stranger-${size}`, acr: 'urn:two' });
    const stranger = await openAt('/biurko', size);
    await stranger.getByTestId('oidc').click();
    await stranger.getByText('nie ma tu Twojego konta').waitFor();
    await stranger.context().close();
  });
});

it('people who never signed in make no request for it', async () => {
  const context = await browser.newContext({ viewport: SIZES.desk, locale: 'pl-PL' });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => { if (/\/api\/(session|colleagues)/.test(request.url())) asked.push(request.url()); });
  await page.goto(`${app.url}/plan/plaszow-rybitwy`);
  await page.getByTestId('panel-plans').waitFor();
  expect(asked).toEqual([]);
  await context.close();
});

it('a link that was used says so', async () => {
  const page = await openAt(`/zaproszenie/${'x'.repeat(43)}`, 'phone');
  await page.getByText('został już użyty albo stracił ważność').waitFor();
  await page.context().close();
});
