/** Breaks text into lines. Widths add up, because paper is set without kerning. */

type WidthOf = (text: string) => number;

/** Room that is measured in the same unit as `widthOf`. A word that is wider than a line is cut; lines that go on end with their space. */
export function wrap(text: string, width: number, widthOf: WidthOf): string[] {
  const paragraphs = text.split('\n').map((paragraph) => wrapParagraph(paragraph.replaceAll(/[\t\r ]+/g, ' ').trim(), width, widthOf));
  return paragraphs.flatMap((lines, at) => (at === paragraphs.length - 1 ? lines : lines.with(lines.length - 1, `${lines.at(-1)} `)));
}

function wrapParagraph(text: string, width: number, widthOf: WidthOf): string[] {
  const space = widthOf(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((whole) => cut(whole, width, widthOf))) {
    const own = widthOf(word.text);
    const before = word.joined ? 0 : space;
    if (line === '' || used + before + own <= width) {
      line += line === '' || word.joined ? word.text : ` ${word.text}`;
      used += (used === 0 ? 0 : before) + own;
      continue;
    }
    lines.push(word.joined ? line : `${line} `);
    line = word.text;
    used = own;
  }
  return [...lines, line];
}

interface Word { readonly text: string; /** It continues the word before. */ readonly joined: boolean }

/** Pieces of a word that fit a line; addresses are cut behind a sign if there is one in the second half. */
function cut(word: string, width: number, widthOf: WidthOf): Word[] {
  if (widthOf(word) <= width) return [{ text: word, joined: false }];
  const pieces: Word[] = [];
  let rest = word;
  while (widthOf(rest) > width) {
    let end = 1;
    for (let used = widthOf(rest[0]!); end < rest.length; end += 1) {
      used += widthOf(rest[end]!);
      if (used > width) break;
    }
    const behindSign = rest.slice(0, end).search(/[/\-_.?&=,;][^/\-_.?&=,;]*$/) + 1;
    const at = behindSign > end / 2 ? behindSign : end;
    pieces.push({ text: rest.slice(0, at), joined: pieces.length > 0 });
    rest = rest.slice(at);
  }
  return [...pieces, { text: rest, joined: pieces.length > 0 }];
}
