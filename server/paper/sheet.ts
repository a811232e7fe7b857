/** A document written from top to bottom: its pages, its structure for screen readers, single lines of text. Lengths in points. */
import PDFDocument from 'pdfkit';
import { FONTS } from './fonts.ts';
import { PAGE, type Style } from './type.ts';

export type Element = PDFKit.PDFStructureElement;

/** Attributes of a structure element, some of which the types of pdfkit leave out. */
export interface ElementOptions {
  readonly alt?: string;
  readonly scope?: 'Row' | 'Column';
  /** Left, top, right, bottom on the page. */
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block';
}

interface SheetOptions {
  readonly title: string;
  readonly lang: string;
  readonly issuedAt: Date;
  /** Absolute address that links within the site start from. */
  readonly base: string;
  readonly compress: boolean;
}

interface Shaping { layout: (text: string, features?: Readonly<Record<string, boolean>>) => unknown }

/**
 * No kerning and no contextual forms: programs that extract text take a tight "7," for two words. pdfkit keeps shaped words only when
 * no features are asked for with the text, so they are asked for here, where it hands a word to fontkit: five times as fast.
 */
function withoutKerning(doc: PDFKit.PDFDocument): void {
  const { font } = (doc as unknown as { readonly _font: { readonly font: Shaping } })._font;
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, { kern: false, calt: false });
}

export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** Where the next thing begins. */
  y: number = PAGE.top;
  readonly #parents: Element[] = [];
  readonly #base: string;

  constructor({ title, lang, issuedAt, base, compress }: SheetOptions) {
    this.#base = base;
    this.doc = new PDFDocument({
      size: [PAGE.width, PAGE.height], margin: 0, bufferPages: true, compress, pdfVersion: '1.7', tagged: true, lang, displayTitle: true,
      info: { Title: title, Author: 'MSIP Kraków', Creator: 'MSIP Kraków', Producer: 'MSIP Kraków', CreationDate: issuedAt },
    });
    for (const [weight, bytes] of Object.entries(FONTS)) {
      this.doc.registerFont(weight, bytes).font(weight);
      withoutKerning(this.doc);
    }
    const root = this.doc.struct('Document');
    this.doc.addStructure(root);
    this.#parents.push(root);
  }

  /** All bytes, once `end()` was called. */
  bytes(): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    return new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      this.doc.once('error', reject);
      this.doc.once('end', () => { resolve(Buffer.concat(chunks)); });
    });
  }

  end(): void {
    this.#parents[0]!.end();
    this.doc.end();
  }

  newPage(): void {
    this.doc.addPage();
    this.y = PAGE.top;
  }

  /** Goes on to a new page where less than this height is left. */
  need(height: number): void {
    if (this.y + height > PAGE.bottom && this.y > PAGE.top) this.newPage();
  }

  /** Space before what follows; none at the top of a page. */
  gap(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }

  /** A structure element within the one that is open; what `write` adds becomes its children. */
  within(tag: string, options: ElementOptions, write: (element: Element) => void): void {
    const element = this.open(tag, options);
    this.#parents.push(element);
    write(element);
    this.#parents.pop();
    element.end();
  }

  /** As `within`, to be ended by the caller; `parent` if it is not the open one. */
  open(tag: string, options: ElementOptions = {}, parent: Element = this.#parents.at(-1)!): Element {
    const element = this.doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions);
    parent.add(element);
    return element;
  }

  /** What is no content: rules, chips, edges of the page. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** The width of a text on one line. */
  measure(text: string, { weight, size }: Style): number {
    return this.doc.font(weight).fontSize(size).widthOfString(text);
  }

  /** One line whose box begins at x and top; text in the middle of its line height. */
  line(text: string, x: number, top: number, { weight, size, line, colour }: Style): void {
    // The capitals of Inter are 0.727 of its size: centred in the line.
    const baseline = top + (line + size * 0.727) / 2 - 0.3;
    this.doc.font(weight).fontSize(size).fillColor(colour).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  rule(y: number, x: number = PAGE.left, width: number = PAGE.textWidth, colour = '#d8d3c8'): void {
    this.doc.lineWidth(0.5).strokeColor(colour).moveTo(x, y).lineTo(x + width, y).stroke();
  }

  /** The absolute http(s) address of a link; null for any other kind. */
  address(href: string): string | null {
    if (!URL.canParse(href, this.#base)) return null;
    const url = new URL(href, this.#base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  }
}
