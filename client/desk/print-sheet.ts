/** Prints a heading and a numbered list alone, without the page around it. */

/** Removes what it has added when printing is over. */
export function printSheet(head: string, lines: readonly string[]): void {
  const frame = document.createElement('iframe');
  frame.className = 'unseen';
  frame.title = head;
  document.body.append(frame);
  const paper = frame.contentDocument!;
  const heading = paper.createElement('h1');
  heading.textContent = head;
  const list = paper.createElement('ol');
  list.append(...lines.map((line) => Object.assign(paper.createElement('li'), { textContent: line })));
  paper.body.append(heading, list);
  const printed = frame.contentWindow!;
  printed.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  printed.focus();
  printed.print();
}
