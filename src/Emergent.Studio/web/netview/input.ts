import type { Camera, View } from './camera';

export interface InputActions {
  /** The picture must be drawn anew; the camera has moved by hand. */
  moved(): void;
  hover(x: number, y: number): void;
  leave(): void;
  press(x: number, y: number): void;
  reset(): void;
  saved(views: Record<string, View>): void;
}

const turnPerPixel = 0.007;
const clickSlack = 4;
const turnStep = (5 * Math.PI) / 180;
const moveStep = 40; // pixels
const zoomStep = 1.05;

/** What keys and buttons do to the camera, a step at a time. */
const turn = (x: number, y: number) => (camera: Camera) => camera.orbit(turnStep * x, -turnStep * y);
const move = (x: number, y: number) => (camera: Camera) => camera.pan(-moveStep * x, -moveStep * y);
const zoom = (factor: number) => (camera: Camera) => camera.zoom(factor);
const [nearer, farther] = [zoom(1 / zoomStep), zoom(zoomStep)];

const arrows: Record<string, { x: number; y: number; sign: string; where: string }> = {
  ArrowLeft: { x: -1, y: 0, sign: '←', where: 'left' },
  ArrowRight: { x: 1, y: 0, sign: '→', where: 'right' },
  ArrowUp: { x: 0, y: -1, sign: '↑', where: 'up' },
  ArrowDown: { x: 0, y: 1, sign: '↓', where: 'down' },
};

/** The steps as buttons, for those who have neither wheel nor keys. */
export const nudges: Record<string, { sign: string; label: string; by: (camera: Camera) => void }[]> = {
  Turn: Object.values(arrows).map(({ x, y, sign, where }) => ({ sign, label: `Turn ${where}`, by: turn(x, y) })),
  Move: Object.values(arrows).map(({ x, y, sign, where }) => ({ sign, label: `Move ${where}`, by: move(-x, -y) })),
  Zoom: [
    { sign: '−', label: 'Zoom out', by: farther },
    { sign: '+', label: 'Zoom in', by: nearer },
  ],
};

/** Mouse, touch and keys of a NetView: drag turns, Shift or the right button moves, the wheel comes nearer. */
export function listen(surface: HTMLElement, camera: Camera, actions: InputActions, views: Record<string, View>): void {
  const pointers = new Map<number, { x: number; y: number }>();
  let pressed: { x: number; y: number } | null = null;
  const place = (event: MouseEvent) => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  surface.addEventListener('pointerdown', event => {
    surface.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    pressed = pointers.size === 1 ? place(event) : null;
  });
  surface.addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    const now = place(event);
    if (!before) {
      actions.hover(now.x, now.y);
      return;
    }
    if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) < clickSlack) return;
    pressed = null;
    actions.leave();
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
      const span = (p: { x: number; y: number }) => Math.max(Math.hypot(p.x - other.x, p.y - other.y), 1);
      camera.zoom(span(before) / span(now), (now.x + other.x) / 2, (now.y + other.y) / 2);
      camera.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else if (event.shiftKey || event.buttons & 6) camera.pan(now.x - before.x, now.y - before.y);
    else camera.orbit(-(now.x - before.x) * turnPerPixel, (now.y - before.y) * turnPerPixel);
    pointers.set(event.pointerId, now);
    actions.moved();
  });
  const up = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (pressed && event.type === 'pointerup' && event.button === 0) actions.press(pressed.x, pressed.y);
    pressed = null;
  };
  surface.addEventListener('pointerup', up);
  surface.addEventListener('pointercancel', up);
  surface.addEventListener('pointerleave', () => actions.leave());
  surface.addEventListener('contextmenu', event => event.preventDefault());
  surface.addEventListener('dblclick', event => event.preventDefault());
  surface.addEventListener(
    'wheel',
    event => {
      event.preventDefault();
      const { x, y } = place(event);
      const lines = event.deltaMode === 1 ? 16 : 1;
      camera.zoom(Math.exp(Math.min(Math.max(event.deltaY * lines, -240), 240) * 0.0015), x, y);
      actions.moved();
    },
    { passive: false },
  );
  surface.addEventListener('keydown', event => {
    if (/^[1-9]$/.test(event.key)) {
      const known = views[event.key];
      if (known && !event.ctrlKey) camera.view = known;
      else {
        views[event.key] = camera.view;
        actions.saved(views);
      }
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key in arrows) {
      const { x, y } = arrows[event.key]!;
      (event.shiftKey ? move : turn)(x, y)(camera);
    } else if (event.key === '+' || event.key === '=') nearer(camera);
    else if (event.key === '-') farther(camera);
    else if (event.key === '0' || event.key === 'Home') {
      event.preventDefault();
      actions.reset();
      return;
    } else if (event.key === 'Escape') {
      surface.blur();
      return;
    } else return;
    event.preventDefault();
    actions.moved();
  });
}
