/** Coordinates, own files, sharing and printing, as people use them; nothing a file says is run, and a print is one sheet of A4. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let browser: Browser;
let page: Page;
let url: string;
const errors: string[] = [];
const parameter = (name: string) => new URL(page.url()).searchParams.get(name);

beforeAll(async () => {
  browser = await sharedBrowser();
  ({ url } = await testApp());
  page = await openPage(browser, `${url}/?tool=coordinates#14/50.0617/19.9373`, errors);
});
afterAll(async () => { await closePages(browser); });

describe('coordinates', () => {
  it('says which system and order it understood, and marks the place', async () => {
    const sheet = page.getByTestId('coordinates');
    await sheet.getByRole('textbox').fill('7423966.7, 5547788.4');
    await expect.poll(() => sheet.innerText()).toContain('Odczytano: PL-2000 strefa 7 (EPSG:2178), najpierw wschód');
    await sheet.getByRole('textbox').press('Enter');
    await expect.poll(() => parameter('at')).toMatch(/^50\.0613\d*,19\.9380\d*$/);
    await sheet.getByRole('textbox').fill('52.2297 21.0122');
    await expect.poll(() => sheet.innerText()).toContain('poza Krakowem');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    expect(parameter('at')).not.toBeNull();
  });
});

describe('a file dropped on the page', () => {
  const EVIL = '<img src=x onerror="globalThis.struck=true">';
  it('in PL-2000 is shown with its system, and its attributes are text', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { nazwa: 'Skwer Żołędziowy', opis: EVIL }, geometry: { type: 'Polygon', coordinates: [[[7423900, 5547700], [7424000, 5547700], [7424000, 5547800], [7423900, 5547700]]] } }] });
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'skwer.geojson'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    const sheet = page.getByTestId('files');
    await expect.poll(() => sheet.innerText(), { timeout: 15_000 }).toContain('EPSG:2178 (układ rozpoznany po liczbach)');
    await sheet.getByText('Lista obiektów').click();
    await sheet.getByRole('button', { name: 'Skwer Żołędziowy' }).click();
    await expect.poll(() => page.getByTestId('attributes').innerText()).toContain(EVIL);
    expect(await page.evaluate(() => 'struck' in globalThis)).toBe(false);
    await idleMap(page);
    const drawn = await page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures().filter((one) => String((one as unknown as { source: string }).source).startsWith('overlay-file-')).length);
    expect(drawn).toBeGreaterThan(0);
  });

  it('that cannot be read says what to do, and a file can be closed', async () => {
    await page.getByTestId('choose-file').setInputFiles({ name: 'zdjęcie.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) });
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/zdjęcie\.png: Tego formatu nie umiem otworzyć\. Zapisz plik jako GeoJSON/);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zamknij plik: skwer.geojson' }).click();
    await expect.poll(() => page.getByTestId('files').innerText()).not.toContain('skwer.geojson');
  });
});

describe('sharing', () => {
  it('gives a link that opens the same place without the sheet, and its QR code', async () => {
    await page.goto(`${url}/?tool=share&layers=plans&at=50.061389,19.938056#16/50.0613/19.938`);
    await idleMap(page);
    const link = await page.getByLabel('Link do tego widoku').inputValue();
    expect(new URL(link).searchParams.has('tool')).toBe(false);
    expect(link).toContain('layers=plans');
    expect(link).toContain('#16/50.0613/19.938');
    expect(await page.getByTestId('qr').locator('path').getAttribute('d')).toMatch(/^M0 0h7v1H0z/);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('printing', () => {
  it('is one sheet of A4 with title, legend, scale, north, sources, date and what a reader must know', async () => {
    await page.goto(`${url}/?tool=print#15/50.0617/19.9373`);
    await idleMap(page);
    await page.evaluate(() => { globalThis.print = () => { Object.assign(globalThis, { printed: true }); }; });
    await page.getByLabel('Tytuł wydruku').fill('Stare Miasto – przegląd');
    await page.getByLabel('Skala').selectOption({ label: '1 : 10\u202f000' });
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Drukuj lub zapisz PDF' }).click();
    await page.waitForFunction(() => 'printed' in globalThis, null, { timeout: 100_000 });
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]/);
    await page.emulateMedia({ media: 'print' });
    const text = await page.getByTestId('paper').innerText();
    for (const part of ['Stare Miasto – przegląd', 'Legenda', 'Przeznaczenie terenów (MPZP)', 'Skala 1 : 10\u202f000', '500\u202fm', 'Wydrukowano', 'Dane: Gmina Miejska Kraków', 'nie jest dokumentem urzędowym', 'DANE DEMONSTRACYJNE']) expect(text).toContain(part);
    // The picture is fine enough for paper: three dots to a CSS pixel.
    expect(await page.getByTestId('paper').locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(2300);
    await page.emulateMedia({ media: null });
    await page.getByLabel('pionowy').check();
    await page.evaluate(() => { delete (globalThis as { printed?: boolean }).printed; });
    await page.getByRole('button', { name: 'Drukuj lub zapisz PDF' }).click();
    await page.waitForFunction(() => 'printed' in globalThis, null, { timeout: 100_000 });
    const portrait = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(portrait.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(portrait).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/);
    // Software drawing of a map for paper takes its time where cores are few.
  }, 180_000);
});

describe('on a phone in the dark', () => {
  it('measuring leaves the map in sight, and nothing breaks a rule', async () => {
    const phone = await openPage(browser, `${url}/?tool=measure&measure=line:19.9347,50.0637,19.939,50.063#15/50.0635/19.937`, errors, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });
    const box = await phone.getByTestId('measure').boundingBox();
    expect(box!.width).toBe(390);
    expect(box!.y).toBeGreaterThan(844 * 0.5);
    await phone.touchscreen.tap(150, 200);
    await phone.waitForTimeout(400);
    await phone.touchscreen.tap(250, 300);
    await phone.getByRole('button', { name: 'Zakończ' }).click();
    await expect.poll(() => phone.getByTestId('measure').locator('ol > li:has(strong)').count()).toBe(2);
    expect(await axeFaults(phone)).toEqual([]);
    await phone.close();
  });

  it('nothing was thrown and no rule of the security policy broken', () => { expect(errors).toEqual([]); });
});
