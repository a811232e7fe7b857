/** The gate for files: zips without trust, formats by a list, encodings of Polish texts. */
import { describe, expect, it } from 'vitest';
import { ImportFault } from '../../server/gdal/import-fault.ts';
import { gateSource } from '../../server/gdal/source-file.ts';
import { asUtf8, dbfEncoding } from '../../server/gdal/text-encoding.ts';
import { unzip } from '../../server/gdal/zip.ts';
import { zip } from './import-zip.ts';

const text = (content: string): Buffer => Buffer.from(content);

describe('a zip', () => {
  it('gives its files, packed or stored, without its folders', () => {
    const files = unzip(zip([{ name: 'dane/', bytes: text('') }, { name: 'dane/a.prj', bytes: text('żółć'), stored: true }, { name: 'dane/a.shp', bytes: text('b') }]));
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['dane/a.prj', 'żółć'], ['dane/a.shp', 'b']]);
  });

  it.each(['../a.shp', 'a/../../b.shp', '/etc/a.shp', 'C:\\a.shp', '..\\a.shp', 'a\0.shp'])('with a name that leads out of its folder is refused: %j', (name) => {
    expect(() => unzip(zip([{ name, bytes: text('x') }]))).toThrow('leads out of its folder');
  });

  it('is inflated no further than allowed, whatever its directory says', () => {
    const bomb = zip([{ name: 'a.geojson', bytes: Buffer.alloc(5_000_000) }], 10);
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => unzip(bomb, { entries: 10, inflatedBytes: 1_000_000 })).toThrow('inflates to more than');
  });

  it('is counted over all entries together', () => {
    const entries = Array.from({ length: 5 }, (_, i) => ({ name: `${i}.geojson`, bytes: Buffer.alloc(300_000), stored: i === 4 }));
    expect(() => unzip(zip(entries), { entries: 10, inflatedBytes: 1_400_000 })).toThrow(ImportFault);
    expect(unzip(zip(entries), { entries: 10, inflatedBytes: 1_600_000 })).toHaveLength(5);
  });

  it('with too many entries, another archive, a password or rubbish is refused in one sentence', () => {
    expect(() => unzip(zip(Array.from({ length: 65 }, (_, i) => ({ name: `${i}.txt`, bytes: text('') }))))).toThrow('more than 64 entries');
    expect(() => unzip(zip([{ name: 'inner.zip', bytes: text('') }]))).toThrow('another archive');
    expect(() => unzip(zip([{ name: 'a.shp', bytes: text('x'), flags: 1 }]))).toThrow('encrypted');
    expect(() => unzip(text('not a zip'))).toThrow('This is not a zip.');
    const damaged = zip([{ name: 'a.shp', bytes: Buffer.alloc(1000, 'abc') }]);
    damaged.fill(0xff, 36, 48);
    expect(() => unzip(damaged)).toThrow('The zip is damaged.');
    expect(() => unzip(damaged.subarray(40))).toThrow(ImportFault);
  });
});

describe('a file', () => {
  it('of a format that is not on the list is refused, also inside a zip', () => {
    for (const name of ['plan.vrt', 'plan.pdf', 'plan.sqlite', 'plan.osm', 'plan', 'plan.geojson.exe']) expect(() => gateSource(name, text('{}'))).toThrow('not read here');
    expect(() => gateSource('a.zip', zip([{ name: 'a.vrt', bytes: text('<OGRVRTDataSource/>') }]))).toThrow('not read here');
  });

  it('is read under a name of ours by the one driver of its ending', () => {
    const source = gateSource('Zieleń; rm -rf $(x) "2024".GEOJSON', text('{}'));
    expect(source.driver).toBe('GeoJSON');
    expect(source.parts.map(({ name }) => name)).toEqual(['Zieleń_rm_-rf_x_2024_.geojson']);
  });

  it('that is half a Shapefile is refused and says which half is missing', () => {
    const parts = ['a.shp', 'a.dbf', 'a.prj'].map((name) => ({ name, bytes: Buffer.alloc(64) }));
    expect(() => gateSource('a.zip', zip(parts))).toThrow('lacks its .shx');
    expect(() => gateSource('a.zip', zip([...parts, { name: 'a.shx', bytes: Buffer.alloc(64) }, { name: 'b.shp', bytes: Buffer.alloc(64) }]))).toThrow('several data files');
  });
});

describe('text', () => {
  const CP1250 = Buffer.from([0xa3, 0xb9, 0x6b, 0x69]); // Łąki
  const table = (mark: number, content: Buffer): Buffer => {
    const header = Buffer.alloc(33);
    header[29] = mark;
    header.writeUInt16LE(33, 8);
    return Buffer.concat([header, content]);
  };

  it('in UTF-8 stays, its mark goes, and older Polish files are read as Windows-1250', () => {
    expect(Buffer.from(asUtf8(text('\uFEFFŁąki'), undefined)).toString()).toBe('Łąki');
    expect(Buffer.from(asUtf8(CP1250, undefined)).toString()).toBe('Łąki');
    expect(() => asUtf8(CP1250, 'utf-8')).toThrow('not in utf-8');
    expect(() => asUtf8(CP1250, 'klingon')).toThrow('is not read here');
  });

  it('of a Shapefile is in what its .cpg, its header or its bytes say', () => {
    expect(dbfEncoding(table(0, CP1250), text('UTF-8'))).toBe('utf-8');
    expect(dbfEncoding(table(0, CP1250), text('1250\r\n'))).toBe('windows-1250');
    expect(dbfEncoding(table(0xc8, text('x')), undefined)).toBe('windows-1250');
    expect(dbfEncoding(table(0x57, CP1250), undefined)).toBe('windows-1250');
    expect(dbfEncoding(table(0x57, text('Łąki')), undefined)).toBe('utf-8');
    expect(() => dbfEncoding(table(0x64, CP1250), undefined)).toThrow(ImportFault);
  });
});
