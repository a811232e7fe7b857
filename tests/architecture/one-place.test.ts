/** What only one place may do, as far as no linter can see it (who imports whom is in .dependency-cruiser.cjs). */
import { describe, expect, it } from 'vitest';
import { linesMatching, sourceFiles, withoutComments } from './source-files.ts';

const RULES: readonly { what: string; within: RegExp; place: RegExp; pattern: RegExp }[] = [
  { what: 'calls fetch or opens another connection', within: /^client\/.*\.tsx?$/, place: /^client\/api\//, pattern: /(?<![\w.])fetch\(|\bXMLHttpRequest\b|\bnew (EventSource|WebSocket)\b|sendBeacon\(/ },
  { what: 'touches history', within: /^client\/.*\.tsx?$/, place: /^client\/url\//, pattern: /\b(window|globalThis)\.history\b|\bhistory\.(pushState|replaceState|back|forward|go|state)\b|\blocation\.(assign|replace|href\s*=[^=])/ },
  { what: 'makes a GL map', within: /^client\/.*\.tsx?$/, place: /^client\/map\//, pattern: /\bnew maplibregl\.|\bnew (GL|MapLibre)?Map\(\{/ },
  { what: 'names the media type of an error body', within: /^server\/.*\.ts$/, place: /^server\/http\/problem\.ts$/, pattern: /['"]application\/problem\+json['"]/ },
  { what: 'reads the environment', within: /^(domain|tiles|server)\/.*\.ts$/, place: /^server\/(main\.ts$|config\.ts$|cli\/)/, pattern: /\bprocess\.env\b/ },
  { what: 'ends the process', within: /^(domain|tiles|server)\/.*\.ts$/, place: /^server\/(main\.ts$|cli\/)/, pattern: /\bprocess\.exit(Code)?\b/ },
  { what: 'takes an address from the Host header', within: /^(tiles|server)\/.*\.ts$/, place: /^server\/http\/guard\.ts$/, pattern: /headers\.host\b|headers\['host'\]|\.hostname\b.*\breq\b|\breq\.(hostname|host)\b/ },
  { what: 'puts markup into the page as text', within: /^client\/.*\.tsx?$/, place: /^$/, pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(/ },
];

describe('only one place', () => {
  it.each(RULES)('$what', ({ within, place, pattern }) => {
    const elsewhere = sourceFiles(within).filter((file) => !place.test(file.path)).map(withoutComments);
    expect(linesMatching(elsewhere, pattern)).toEqual([]);
  });

  it('finds what it looks for: the scanner sees a call and skips a comment', () => {
    const text = "// fetch('/a')\n/* fetch('/b') */\nconst answer = await fetch('/c');\nrefetch();";
    const file = withoutComments({ path: 'x.ts', text, lines: text.split('\n') });
    expect(linesMatching([file], RULES[0]!.pattern)).toEqual(["x.ts:3: const answer = await fetch('/c');"]);
  });
});
