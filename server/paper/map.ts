/** The map on paper: areas and lines at true scale within a frame, the subject above them, scale bar, north arrow, legend. */
import { writeParagraph } from './columns.ts';
import { labelPlace, type Obstacles } from './labels.ts';
import { type Legend, writeLegend } from './legend.ts';
import type { Look } from './look.ts';
import { type Box, FRAME_MM, projection, type Shape, shapeOf } from './map-frame.ts';
import { drawMargin, drawMarks, markBoxes } from './map-margin.ts';
import { outline, paint } from './paint.ts';
import type { PaperMap } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { COLOURS, MM, PAGE, STYLES } from './type.ts';
import type { Words } from './words.ts';

type Doc = PDFKit.PDFDocument;

/** Below the frame: scale, scale bar, attribution. */
const MARGIN_HEIGHT = 11 * MM;
/** Geometry is cut this far outside of the frame, so that no line shows where it was cut. */
const BEYOND = 5 * MM;

function trace(doc: Doc, shape: Shape): void {
  const lines = 'areas' in shape ? shape.areas.flat() : shape.lines;
  for (const line of lines) {
    for (const [at, [x, y]] of line.entries()) {
      if (at === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    }
    if ('areas' in shape) doc.closePath();
  }
}

const isEmpty = (shape: Shape): boolean => ('areas' in shape ? shape.areas : shape.lines).length === 0;

function boxOf(shape: Shape): Box {
  const points = ('areas' in shape ? shape.areas.flat() : shape.lines).flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const SUBJECT: Look = { stroke: COLOURS.accent, widthMm: 0.9 };

/** Draws all and returns the signs of what is to be seen. */
function drawFeatures(sheet: Sheet, map: PaperMap, frame: Box, marks: readonly Box[]): Legend {
  const { doc } = sheet;
  const project = projection(map, frame);
  const cut: Box = [frame[0] - BEYOND, frame[1] - BEYOND, frame[2] + BEYOND, frame[3] + BEYOND];
  const labels: { readonly text: string; readonly shape: Shape }[] = [];
  const legend = map.layers.map(({ title, features }) => {
    const signs = new Map<string, Look>();
    for (const feature of features) {
      const seen = shapeOf(feature.geometry, project, frame);
      if (isEmpty(seen)) continue;
      const shape = shapeOf(feature.geometry, project, cut);
      paint(doc, () => { trace(doc, shape); }, boxOf(shape), 'areas' in shape, feature);
      if (feature.label) labels.push({ text: feature.label, shape: seen });
      signs.set(feature.legend ?? title, feature);
    }
    return { title, signs: [...signs].map(([text, look]) => ({ text, look })) };
  });
  const subject = map.subject && shapeOf(map.subject.geometry, project, cut);
  if (subject) {
    outline(doc, () => { trace(doc, subject); }, COLOURS.paper, 1.8);
    outline(doc, () => { trace(doc, subject); }, COLOURS.accent, 0.9);
  }
  drawLabels(sheet, labels, { boxes: marks, rings: subject && 'areas' in subject ? subject.areas.flat() : [] });
  return [...(map.subject ? [{ title: map.subject.title, signs: [{ text: map.subject.title, look: SUBJECT }] }] : []), ...legend.toReversed()];
}

function drawLabels(sheet: Sheet, labels: readonly { readonly text: string; readonly shape: Shape }[], { boxes, rings }: Obstacles): void {
  const taken = [...boxes];
  for (const { text, shape } of labels) {
    const [width, height] = [sheet.measure(text, STYLES.map) + 4, STYLES.map.line];
    const place = 'areas' in shape ? labelPlace(shape.areas, width, height, { boxes: taken, rings }) : null;
    if (!place) continue;
    const box: Box = [place[0] - width / 2, place[1] - height / 2, place[0] + width / 2, place[1] + height / 2];
    taken.push(box);
    sheet.doc.roundedRect(box[0], box[1], width, height, 1.5).fillOpacity(0.75).fill(COLOURS.paper).fillOpacity(1);
    sheet.line(text, box[0] + 2, box[1], STYLES.map);
  }
}

/** Writes the map with its heading and legend; it stays on one page. */
export function writeMap(sheet: Sheet, map: PaperMap, words: Words, demonstration: boolean): void {
  const height = FRAME_MM.height * MM;
  sheet.gap(10);
  sheet.need(STYLES.topic.line + 4 + height + MARGIN_HEIGHT);
  writeParagraph(sheet, 'H2', words.map, STYLES.topic);
  sheet.y += 4;
  const frame: Box = [PAGE.left, sheet.y, PAGE.left + FRAME_MM.width * MM, sheet.y + height];
  const alt = words.mapAlt(map.subject?.title ?? '', words.scale(map.scale), map.layers.map(({ title }) => title));
  let legend: Legend = [];
  sheet.within('Figure', { alt, bbox: [frame[0], frame[1], frame[2], frame[3] + MARGIN_HEIGHT], placement: 'Block' }, (figure) => {
    figure.add(() => {
      const { doc } = sheet;
      doc.save().rect(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1]).clip();
      legend = drawFeatures(sheet, map, frame, markBoxes(frame, demonstration));
      drawMarks(sheet, frame, words, demonstration);
      doc.restore();
      doc.undash().lineWidth(0.6).strokeColor(COLOURS.text).rect(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1]).stroke();
      drawMargin(sheet, map, frame, words);
    });
  });
  sheet.y = frame[3] + MARGIN_HEIGHT;
  writeLegend(sheet, legend, words);
}

