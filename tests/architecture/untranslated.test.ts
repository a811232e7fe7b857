/** No words in markup: whatever people read comes from texts that exist in both languages. Reads every .tsx of the client. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ATTRIBUTES = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label', 'name']);
/** Attributes that name things for machines on these elements: form groups. */
const MACHINE_NAMES = new Set(['input', 'select', 'textarea', 'form', 'fieldset', 'meta', 'slot', 'button', 'details']);
/** Words that are the same in every language: systems, units, names. */
const SAME_EVERYWHERE = /^(EPSG:\d+|GeoJSON|CSV|GPX|KML|PDF|QR|MSIP( Kraków)?|N|E|m²?|ha|km²?|px|A4|Esc|Enter)$/;
const WORDS = /\p{L}{2,}/u;

interface Found { readonly text: string; readonly line: number }

/** Texts in the markup of a source file that do not come from an expression. */
function untranslated(source: string): Found[] {
  const file = ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Found[] = [];
  const check = (text: string, node: ts.Node) => {
    const trimmed = text.replaceAll(/&\w+;/g, '').trim();
    if (WORDS.test(trimmed) && !SAME_EVERYWHERE.test(trimmed)) found.push({ text: trimmed, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 });
  };
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) check(node.text, node);
    else if (ts.isTemplateExpression(node)) [node.head, ...node.templateSpans.map(({ literal }) => literal)].forEach((part) => check(part.text, node));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(literals);
    else if (ts.isBinaryExpression(node) && [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken].includes(node.operatorToken.kind)) [node.left, node.right].forEach(literals);
    else if (ts.isParenthesizedExpression(node)) literals(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) check(node.text, node);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) literals(node.expression);
    if (ts.isJsxAttribute(node) && node.initializer) {
      const attribute = node.name.getText(file);
      const element = node.parent.parent.tagName.getText(file);
      if (ATTRIBUTES.has(attribute) && !(attribute === 'name' && MACHINE_NAMES.has(element))) literals(ts.isJsxExpression(node.initializer) ? node.initializer.expression! : node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const CLIENT = join(import.meta.dirname, '../../client');
const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

describe('texts', () => {
  it('finds what it looks for', () => {
    const source = 'const a = <p title="Zamknij okno">Działka {n} {open ? "otwarta" : texts.closed} <b>ha</b><input name="door" /><Icon name={`Pomoc ${n}`} /></p>;';
    expect(untranslated(source).map(({ text }) => text)).toEqual(['Zamknij okno', 'Działka', 'otwarta', 'Pomoc']);
  });

  it('reads the whole client', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s has no words of its own', (file) => {
    expect(untranslated(readFileSync(join(CLIENT, file), 'utf8')).map(({ text, line }) => `${line}: ${text}`)).toEqual([]);
  });
});
