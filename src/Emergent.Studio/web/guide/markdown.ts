import { type Child, h } from '../dom/h';
import { answerFence } from './answers';

type Link = (label: Inline[], target: string) => Node;
type Inline = Node | string;

/** Markdown as elements, never as HTML text: headings, paragraphs, lists, code, tables, emphasis, links and boxes for answers. */
export function markdown(text: string, link: Link, answer: (id: string) => Node): Node[] {
  const lines = text.replace(/\r/g, '').split('\n');
  const blocks: Node[] = [];
  let at = 0;
  const inline = (source: string) => inlines(source, link);
  const takeWhile = (test: (line: string) => boolean) => {
    const start = at;
    while (at < lines.length && test(lines[at]!)) at++;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === '') at++;
    else if (line.startsWith('```')) {
      at++;
      const code = takeWhile(each => !each.startsWith('```')).join('\n');
      at++;
      const id = answerFence.exec(line)?.[1]?.trim();
      // The question in the block stands above its box.
      if (id) blocks.push(h('div', { class: 'question' }, markdown(code, link, answer), answer(id)));
      else blocks.push(h('pre', {}, h('code', {}, code)));
    } else if (heading) {
      at++;
      // The page has h1 and the pane h2.
      blocks.push(h(`h${Math.min(heading[1]!.length + 2, 6)}` as 'h3', {}, inline(heading[2]!)));
    } else if (/^\s*\|/.test(line))
      blocks.push(
        table(
          takeWhile(each => /^\s*\|/.test(each)),
          inline,
        ),
      );
    else if (/^\s*([-*]|\d+\.)\s/.test(line)) {
      const first = /^\s*(\d+)\./.exec(line)?.[1];
      const items: string[] = [];
      for (const each of takeWhile(next => /^\s*([-*]|\d+\.)\s/.test(next) || /^\s{2,}\S/.test(next))) {
        const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(each);
        if (item) items.push(item[1]!);
        else items[items.length - 1] += ` ${each.trim()}`;
      }
      blocks.push(
        h(
          first ? 'ol' : 'ul',
          { start: first }, // a list goes on after a box
          items.map(item => h('li', {}, inline(item))),
        ),
      );
    } else if (line.startsWith('>')) {
      const quoted = takeWhile(each => each.startsWith('>'));
      blocks.push(h('blockquote', {}, inline(quoted.map(each => each.replace(/^>\s?/, '')).join(' '))));
    } else {
      const words = takeWhile(each => each.trim() !== '' && !/^(#{1,6}\s|```|>|\s*\||\s*([-*]|\d+\.)\s)/.test(each));
      if (words.length === 0) words.push(lines[at++]!);
      blocks.push(h('p', {}, inline(words.join(' '))));
    }
  }
  return blocks;
}

function table(rows: string[], inline: (source: string) => Child[]): Node {
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(cell => cell.trim());
  const [head, ...rest] = rows.filter(row => !/^[\s|:-]+$/.test(row));
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        cells(head ?? '').map(cell => h('th', { scope: 'col' }, inline(cell))),
      ),
    ),
    h(
      'tbody',
      {},
      rest.map(row =>
        h(
          'tr',
          {},
          cells(row).map(cell => h('td', {}, inline(cell))),
        ),
      ),
    ),
  );
}

function inlines(source: string, link: Link): Inline[] {
  const pieces: Inline[] = [];
  const pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;
  let last = 0;
  for (const match of source.matchAll(pattern)) {
    pieces.push(source.slice(last, match.index));
    last = match.index + match[0].length;
    const [, code, strong, emphasis, label, target] = match;
    if (code) pieces.push(h('code', {}, code));
    else if (strong) pieces.push(h('strong', {}, inlines(strong, link)));
    else if (emphasis) pieces.push(h('em', {}, inlines(emphasis, link)));
    else if (label && target) pieces.push(link(inlines(label, link), target));
  }
  pieces.push(source.slice(last));
  return pieces;
}
