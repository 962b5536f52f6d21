import type { Side } from './settings';
import type { Trace } from './traces';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A point and what it is called, in pixels. */
export interface Named {
  x: number;
  y: number;
  text: string;
}

/** A text, where its line of writing begins, ends or has its middle. */
export interface Label extends Named {
  anchor: 'start' | 'end' | 'middle';
}

const usualText = 12; // pixels
const letter = 6.4 / usualText; // of the size of text
const [above, below] = [9 / usualText, 4 / usualText]; // what a line of text needs over and under its base
const away = 7; // from a point to its label
const point = 4; // half of a point, and a little room
const most = 1000; // points that are looked at: more could not be read

/** Labels beside their points: at the right, else left, above or below, within bounds and where they cover no other; those that would everywhere are left out. */
export function placedLabels(points: readonly Named[], bounds: Box, textSize = usualText): Label[] {
  const taken: Box[] = [];
  const considered = points.slice(0, most);
  const dots = considered.map(({ x, y }) => ({ left: x - point, top: y - point, right: x + point, bottom: y + point }));
  return considered.flatMap(({ x, y, text }) => {
    const free = placesOf(x, y, text, textSize).filter(({ box }) => isWithin(box, bounds) && !taken.some(other => touch(box, other)));
    // Better over another's point than nowhere.
    const place = free.find(({ box }) => !dots.some(dot => touch(box, dot))) ?? free[0];
    if (!place) return [];
    taken.push(place.box);
    return [place.label];
  });
}

function placesOf(x: number, y: number, text: string, size: number): { label: Label; box: Box }[] {
  const width = text.length * letter * size;
  const at = (anchor: Label['anchor'], tx: number, ty: number) => {
    const left = anchor === 'start' ? tx : anchor === 'end' ? tx - width : tx - width / 2;
    return { label: { x: tx, y: ty, text, anchor }, box: { left, top: ty - above * size, right: left + width, bottom: ty + below * size } };
  };
  const [over, under] = [y - away - 2, y + away + above * size + 2];
  const beside = [at('start', x + away, y + 4), at('end', x - away, y + 4)];
  return [...beside, at('middle', x, over), at('middle', x, under), ...[over, under].flatMap(ty => [at('start', x, ty), at('end', x, ty)])];
}

const touch = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isWithin = (box: Box, bounds: Box) => box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;

/** The labels of a plot whose points have names. */
export function namedPoints(lines: readonly Trace[], px: (x: number) => number, py: (y: number, side: Side) => number, bounds: Box, textSize: number): Label[] {
  const isInside = ({ x, y }: Named) => x >= bounds.left && x <= bounds.right && y >= bounds.top && y <= bounds.bottom;
  const named = lines.flatMap(line => (line.names ?? []).map((text, i) => ({ x: px(line.x[i]!), y: py(line.y[i]!, line.side), text })));
  return placedLabels(
    named.filter(each => each.text !== '' && isInside(each)),
    bounds,
    textSize,
  );
}
