/** What comes with an annotation: files that are cleaned or refused, people mentioned, a network that goes, two shapes compared, a phone. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../domain/contract/office/annotation.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { ownDatabase } from '../support/database.ts';
import { type Person, signIn } from '../support/people.ts';
import { axeFaults } from './axe.ts';
import { annotationAs, CAMERA, openDesk, writeAs } from './desk.ts';
import { idleMap, type MapWindow } from './page.ts';

let app: TestApp;
let browser: Browser;
let page: Page;
let [anna, jan]: [Person, Person] = [] as unknown as [Person, Person];
const id = randomUUID();
const errors: string[] = [];
const sheet = () => page.getByTestId('annotate');
const panel = () => page.getByTestId('annotation-panel');
const one = () => annotationAs(anna, id);
const square = (west: number): Annotation['geometry'] => ({ type: 'Polygon', coordinates: [[[west, 50.0616], [west + 0.0004, 50.0616], [west + 0.0004, 50.0619], [west, 50.0619], [west, 50.0616]]] });

beforeAll(async () => {
  browser = await sharedBrowser();
  app = await startTestApp({ database: await ownDatabase('seeded') });
  anna = await signIn(app, { login: 'anna.pisze', role: 'planner', name: 'Anna Pisze' });
  jan = await signIn(app, { login: 'jan.drugi', role: 'planner', name: 'Jan Drugi' });
  const body = { id, title: 'Plac', text: '', category: 'note', tags: [], priority: 'normal', dueOn: null, assignee: null, visibility: 'office', geometry: square(19.9366), subjects: [] };
  expect((await anna.fetch('/api/annotations', { method: 'POST', body: JSON.stringify(body) })).status).toBe(201);
  page = await openDesk(browser, app, anna, `/adnotacja/${id}${CAMERA}`, errors);
  await panel().waitFor();
});
afterAll(async () => {
  await closePages(browser);
  await app.close();
});

/** 50° 3′ 41.34″ N as three fractions. */
const LATITUDE = Buffer.alloc(24);
for (const [at, value] of [50, 1, 3, 1, 4134, 100].entries()) LATITUDE.writeUInt32LE(value, at * 4);

/** A picture that the browser drew, with the place in it as a telephone writes it: Exif, a directory of GPS in it. */
async function photograph(): Promise<Buffer> {
  const drawn = Buffer.from(await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 32 });
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#c06020';
    pen.fillRect(0, 0, 30, 32);
    return canvas.toDataURL('image/jpeg').split(',')[1]!;
  }), 'base64');
  const tiff = Buffer.alloc(56);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  for (const [at, tag, type, count, value] of [[10, 0x8825, 4, 1, 26], [28, 1, 2, 2, 0x4e], [40, 2, 5, 3, 56]] as const) {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  tiff.writeUInt16LE(2, 26);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, LATITUDE]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([drawn.subarray(0, 2), head, exif, drawn.subarray(2)]);
}

describe('files', () => {
  it('on their way are seen on their way; a photograph comes without its place, a PDF as it is', async () => {
    const [photo, paper] = [await photograph(), Buffer.from('%PDF-1.7\n1 0 obj\n<<  >>\nendobj\nxref\n0 1\ntrailer <<>>\nstartxref\n9\n%%EOF\n', 'latin1')];
    expect(photo.includes(LATITUDE)).toBe(true);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => { letGo = resolve; });
    await page.route('**/attachments?*', async (route) => { await held; await route.continue(); });
    await panel().getByTestId('choose-attachments').setInputFiles([{ name: 'narożnik.jpg', mimeType: 'image/jpeg', buffer: photo }, { name: 'opinia.pdf', mimeType: 'application/pdf', buffer: paper }]);
    await panel().locator('[data-upload="sending"]').getByRole('progressbar').waitFor();
    expect(await panel().locator('[data-upload="waiting"]').innerText()).toContain('opinia.pdf');
    expect(await axeFaults(page)).toEqual([]);
    letGo();
    await expect.poll(() => panel().locator('[data-upload]').count()).toBe(0);
    await page.unroute('**/attachments?*');
    await expect.poll(async () => (await one()).attachments.map(({ name, mediaType }) => `${name} ${mediaType}`)).toEqual(['narożnik.jpg image/jpeg', 'opinia.pdf application/pdf']);
    const picture = panel().getByAltText('Zdjęcie: narożnik.jpg');
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => [img.complete, img.naturalWidth, img.naturalHeight])).toEqual([true, 48, 32]);
    const kept = Buffer.from(await (await anna.fetch(new URL((await picture.getAttribute('src'))!, app.url).pathname)).arrayBuffer());
    expect([kept.includes(LATITUDE), kept.includes('Exif'), kept.subarray(0, 2).toString('hex')]).toEqual([false, false, 'ffd8']);
  });

  it('that are not what they are called are refused, and what is refused can be put aside', async () => {
    await panel().getByTestId('choose-attachments').setInputFiles([{ name: 'zdjęcie.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(400)]) }, { name: 'program.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }, { name: 'pusty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }]);
    const refused = panel().locator('[data-upload="refused"]');
    await expect.poll(() => refused.allInnerTexts()).toEqual([expect.stringMatching(/zdjęcie\.jpg\s+Tego rodzaju pliku nie można dołączyć/), expect.stringMatching(/program\.exe\s+Tego rodzaju/), expect.stringMatching(/pusty\.pdf\s+Plik jest pusty/)]);
    expect((await one()).attachments).toHaveLength(2);
    for (const name of ['zdjęcie.jpg', 'program.exe', 'pusty.pdf']) await panel().getByRole('button', { name: `Usuń załącznik ${name}` }).click();
    expect(await refused.count()).toBe(0);
  });
});

describe('people', () => {
  it('are mentioned by arrows and Enter', async () => {
    const field = panel().getByTestId('new-comment');
    await field.click();
    await field.pressSequentially('Co na to @dr');
    await panel().getByRole('option', { name: /Jan Drugi/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('Co na to @jan.drugi ');
    expect(await panel().getByRole('option').count()).toBe(0);
    await page.keyboard.type('?');
    await panel().getByRole('button', { name: 'Dodaj komentarz' }).click();
    await panel().getByText('Wspomniani: Jan Drugi').waitFor();
    expect(await field.inputValue()).toBe('');
    const [comment] = (await one()).comments;
    expect([comment?.text, comment?.mentions.map(({ id: mentioned }) => mentioned)]).toEqual(['Co na to @jan.drugi ?', [jan.id]]);
  });
});

describe('a network that goes', () => {
  it('takes nothing: what was saved without it is saved when it is back', async () => {
    await panel().getByTestId('edit-annotation').click();
    await sheet().getByTestId('annotation-title').fill('Plac bez sieci');
    await page.context().setOffline(true);
    await sheet().getByTestId('save-annotation').click();
    await sheet().getByText('Brak połączenia z siecią.', { exact: false }).waitFor();
    expect(await sheet().getByTestId('kept').innerText()).toBe('Szkic zachowany na tym urządzeniu.');
    expect((await one()).title).toBe('Plac');
    await page.context().setOffline(false);
    await expect.poll(async () => (await one()).title).toBe('Plac bez sieci');
    await panel().getByRole('heading', { name: 'Plac bez sieci' }).waitFor();
    await expect.poll(() => sheet().count()).toBe(0);
  });
});

/** What the overlays of comparison and panel show: roles of the shapes that are compared, and whether the panel's own outline stands. */
const onMap = () => page.evaluate(() => {
  const { map } = (globalThis as unknown as MapWindow).msip;
  const drawn = (layer: string) => (map.getStyle().layers.some((one) => one.id === layer) ? map.queryRenderedFeatures({ layers: [layer] }) : []);
  return { compared: [...new Set(drawn('overlay-annotation-compared:0').map(({ properties }) => String(properties['role'])))].sort(), own: drawn('overlay-annotation:0').length > 0 };
});

describe('two shapes', () => {
  it('of two people stand on the map, one dashed, and one of them is chosen', async () => {
    await expect.poll(onMap).toEqual({ compared: [], own: true });
    await panel().getByTestId('edit-annotation').click();
    await sheet().getByText('Wpisz współrzędne', { exact: true }).click();
    expect(await writeAs(jan, id, { geometry: square(19.9369) })).toBe(200);
    await sheet().getByTestId('typed-coordinates').fill('50.0617 19.9360\n50.0617 19.9364\n50.0619 19.9364');
    await sheet().getByRole('button', { name: 'Dodaj kształt' }).click();
    await sheet().getByTestId('save-annotation').click();
    const merge = page.getByTestId('merge');
    await merge.waitFor();
    // The question is seen from its beginning, and by who listens.
    expect(await merge.evaluate((view) => [view.contains(document.activeElement), view.parentElement!.scrollTop])).toEqual([true, 0]);
    await expect.poll(onMap).toEqual({ compared: ['first', 'second'], own: false });
    expect(await axeFaults(page)).toEqual([]);
    await merge.getByLabel('Tamta wersja').check();
    await merge.getByRole('button', { name: 'Zapisz połączoną wersję' }).click();
    await expect.poll(() => merge.count()).toBe(0);
    const { geometry } = await one();
    expect(Math.min(...(geometry as { coordinates: number[][][] }).coordinates[0]!.map(([lon]) => lon!))).toBeCloseTo(19.9369, 7);
    await expect.poll(onMap).toEqual({ compared: [], own: true });
  });

  it('of two versions likewise', async () => {
    await panel().getByText('Historia', { exact: true }).click();
    await panel().getByText('Porównanie wersji', { exact: true }).click();
    await panel().getByLabel('Od wersji').selectOption('1');
    await panel().getByTestId('comparison').getByText('Kształt na mapie').waitFor();
    await expect.poll(onMap).toEqual({ compared: ['first', 'second'], own: false });
    await panel().getByText('Porównanie wersji', { exact: true }).click();
    await expect.poll(onMap).toEqual({ compared: [], own: true });
  });
});

describe('a paragraph', () => {
  it('is annotated from the zone that names it', async () => {
    await page.goto(`${app.url}/teren/stare-miasto:KP.3${CAMERA}`);
    await idleMap(page);
    const offer = page.getByTestId('annotate-paragraph');
    await offer.locator('summary').click();
    await offer.getByRole('button', { name: 'Dodaj adnotację: § 20 ust. 1' }).click();
    await sheet().getByTestId('subjects').waitFor();
    expect(await sheet().getByTestId('subjects').innerText()).toContain('§ 20 ust. 1 planu stare-miasto');
    await sheet().getByRole('button', { name: 'Zamknij' }).click();
  });
});

describe('on a phone', () => {
  it('a shape is drawn with a finger and saved', async () => {
    const phone = await openDesk(browser, app, anna, `/?tool=annotate${CAMERA}`, errors, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const form = phone.getByTestId('annotate');
    await form.getByTestId('annotation-title').fill('Z telefonu');
    await form.getByText('Wielokąt', { exact: true }).first().tap();
    await phone.waitForFunction(() => document.querySelector<HTMLElement>('canvas.maplibregl-canvas')?.style.cursor === 'crosshair');
    for (const [x, y] of [[80, 140], [250, 150], [240, 320]] as const) {
      await phone.touchscreen.tap(x, y);
      // A second tap at once is the end of a shape, or a zoom.
      await phone.waitForTimeout(400);
    }
    expect(await axeFaults(phone)).toEqual([]);
    // Without looking for it: choosing the pen has brought it beside the map.
    const finish = form.getByRole('button', { name: 'Zakończ kształt' });
    const [box, view] = [await finish.boundingBox(), await form.boundingBox()];
    expect(box!.y).toBeGreaterThan(view!.y);
    expect(box!.y + box!.height).toBeLessThan(view!.y + view!.height);
    await finish.tap();
    await expect.poll(() => form.getByTestId('drawn').innerText()).toMatch(/^1 wielokąt,/);
    await form.getByTestId('save-annotation').tap();
    await phone.getByTestId('annotation-panel').getByRole('heading', { name: 'Z telefonu' }).waitFor();
    const made = await annotationAs(anna, new URL(phone.url()).pathname.split('/')[2]!);
    expect((made.geometry as { coordinates: number[][][] }).coordinates[0]).toHaveLength(4);
    expect(await axeFaults(phone)).toEqual([]);
    await phone.close();
  });
});

// Reported by the browser itself: what was refused, and what met no network.
it('throws nothing', () => { expect(errors.filter((error) => !/status of (412|415|422)|ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]); });
