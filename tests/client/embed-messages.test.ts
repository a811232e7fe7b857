/** An embedded map obeys what it understands, says what it does not, and takes no notice of what is not meant for it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../client/embed/embed-settings.ts';
import { readCommand } from '../../client/embed/messages.ts';
import { embedAddress, embedCode } from '../../client/share/embed-address.ts';
import { selectOne } from '../../client/selection/selection.ts';
import { parseUrl } from '../../client/url/parameters.ts';

describe('a message', () => {
  it.each([
    { type: 'hello' }, { type: 'setView', lat: 50.06, lon: 19.94 }, { type: 'setView', lat: 50.06, lon: 19.94, zoom: 15.5 }, { type: 'setView', bbox: [19.9, 50.0, 20.0, 50.1] },
    { type: 'setLayers', layers: ['zones', '-streets'] }, { type: 'setLayers', layers: [] }, { type: 'setLayers', layers: null }, { type: 'select', object: { layer: 'parcels', key: '126105_9.0001.580/4' } },
    { type: 'select', object: null }, { type: 'select', object: { layer: 'plans', key: 'x' }, show: false }, { type: 'setTheme', theme: 'dark' }, { type: 'setLanguage', lang: 'en' },
  ])('%j is obeyed', (command) => {
    expect(readCommand({ msip: 1, ...command })).toEqual(command);
  });

  it.each([
    [{ type: 'explode' }, 'type: explode'], [{ type: 'constructor' }, 'type: constructor'], [{ type: 7 }, 'type: number'], [{}, 'type: undefined'],
    [{ type: 'setView', lat: '50', lon: 19.9 }, 'setView: lat / bbox'], [{ type: 'setView', lat: 52.2, lon: 21 }, 'setView: lat / lon'], [{ type: 'setView', lat: NaN, lon: 19.9 }, 'setView: lat'], [{ type: 'setView', lat: 50.06, lon: 19.9, zoom: 99 }, 'setView: zoom'],
    [{ type: 'setView', bbox: [20, 50, 19.9, 50.1] }, 'setView: bbox'], [{ type: 'setView', bbox: [19.9, 50, 20] }, 'bbox'], [{ type: 'setView', lat: 50.06, lon: 19.9, bearing: 3 }, 'bearing'],
    [{ type: 'setLayers', layers: ['nic'] }, 'setLayers: layers'], [{ type: 'setLayers', layers: 'zones' }, 'layers'], [{ type: 'setLayers' }, 'layers'], [{ type: 'setLayers', layers: [['zones']] }, 'layers'],
    [{ type: 'select', object: { layer: 'nic', key: 'x' } }, 'object'], [{ type: 'select', object: { layer: 'plans', key: '' } }, 'object'], [{ type: 'select', object: { layer: 'plans', key: 'x', html: '<b>' } }, 'object'], [{ type: 'select', object: { layer: 'plans' } }, 'object'],
    [{ type: 'select' }, 'object'], [{ type: 'select', object: null, show: 1 }, 'show'], [{ type: 'setTheme', theme: 'pink' }, 'theme'], [{ type: 'setLanguage', lang: 'de' }, 'lang'], [{ type: 'hello', x: 1 }, 'hello: x'],
  ])('%j is answered with what is wrong', (message, wrong) => {
    expect(readCommand({ msip: 1, ...message })).toEqual({ wrong: expect.stringContaining(wrong.split(' / ')[0]!) as string });
  });

  it.each([null, undefined, 'setView', 1, [], [{ msip: 1 }], { type: 'setView' }, { msip: 2, type: 'hello' }, { msip: '1', type: 'hello' }, { source: 'react-devtools' }])('%j is not for us', (message) => {
    expect(readCommand(message)).toBeNull();
  });

  it('is never trusted: nothing that anybody sends throws, or passes with a name of its own', () => {
    fc.assert(fc.property(fc.anything(), (data) => void readCommand(data)));
    fc.assert(fc.property(fc.constantFrom('setView', 'select', 'setLayers', 'hello', 'setTheme'), fc.dictionary(fc.string(), fc.anything()), (type, members) => {
      const read = readCommand({ ...members, msip: 1, type });
      expect(read === null || 'wrong' in read || Object.keys(read).every((name) => ['type', 'lat', 'lon', 'zoom', 'bbox', 'object', 'show', 'layers', 'theme'].includes(name))).toBe(true);
    }));
  });
});

describe('the address of a frame', () => {
  it.each([
    ['?center=50.06,19.94&zoom=16', '', { camera: '#16/50.06/19.94', object: null, controls: true }], ['?center=50.06,19.94', '', { camera: '#15/50.06/19.94', object: null, controls: true }],
    ['?parcel=126105_9.0001.580%2F4&controls=0', '', { camera: null, object: { layer: 'parcels', key: '126105_9.0001.580/4' }, controls: false }], ['?plan=bronowice', '#14/50/19.9', { camera: '#14/50/19.9', object: { layer: 'plans', key: 'bronowice' }, controls: true }],
    ['?object=zones:bronowice:MW.1', '', { camera: null, object: { layer: 'zones', key: 'bronowice:MW.1' }, controls: true }], ['?center=north&zoom=x&object=x&controls=2', '#evil', { camera: null, object: null, controls: true }], ['', '', { camera: null, object: null, controls: true }],
  ])('%s%s', (search, hash, settings) => {
    expect(readSettings(search, hash)).toEqual(settings);
  });

  it('of a view has its layers, object, language and camera, and nothing of the tools; its code is safe to paste', () => {
    const state = parseUrl('/', '?layers=zones,-streets&opacity=zones:40&theme=dark&tool=share&q=x&measure=m&at=50.06,19.94&hidden=zones:M%252CU');
    const address = embedAddress('https://msip.example', { ...state, selection: selectOne({ layer: 'parcels', key: '126105_9.0001.580/4' }) }, 'en', '#15/50.06/19.94');
    const { pathname, search, hash } = new URL(address);
    expect([pathname, hash]).toEqual(['/embed', '#15/50.06/19.94']);
    expect(parseUrl('/', search)).toEqual({ ...parseUrl('/', '?layers=zones,-streets&opacity=zones:40&theme=dark&lang=en&hidden=zones:M%252CU') });
    expect(readSettings(search, hash).object).toEqual({ layer: 'parcels', key: '126105_9.0001.580/4' });
    const frame = new DOMParser().parseFromString(embedCode(`${address}"><script>`, 'Mapa "Krakowa" & <b>').replaceAll('iframe', 'div'), 'text/html');
    expect(frame.querySelectorAll('script, b')).toHaveLength(0);
    expect(frame.querySelector('div')!.getAttribute('src')).toBe(`${address}"><script>`);
    expect(frame.querySelector('div')!.title).toBe('Mapa "Krakowa" & <b>');
  });
});
