import type { Session } from '../protocol/session';

/** What the buttons and the keys do. */
export interface RunControls {
  init(): void;
  runOrStop(): void;
  /** Runs in the mode that is chosen, or in another. */
  run(mode?: string): void;
  /** Stops at the end of a scale, or `now`. */
  stop(scale: string): void;
  /** Steps by the scale and the number that are chosen, or once by another scale. */
  step(scale?: string): void;
  /** The scale and the number of steps. */
  scale: string;
  count: number;
}

export function runControls(session: Session): RunControls {
  const controls: RunControls = {
    scale: 'Trial',
    count: 1,
    init: () => void session.command('init'),
    run: mode => {
      if (mode) session.mode.set(mode);
      void session.command('run', { mode: session.mode() });
    },
    stop: scale => void session.command('stop', { scale }),
    step: scale => {
      // A scale that the present mode does not have is stepped by in the first mode that has it.
      const modes = session.hello()?.modes ?? [];
      const has = (mode: string) => modes.some(each => each.name === mode && each.scales.includes(scale!));
      const other = scale && !has(session.mode()) ? modes.find(({ name }) => has(name)) : undefined;
      if (other) session.mode.set(other.name);
      void session.command('step', { mode: session.mode(), scale: scale ?? controls.scale, count: scale ? 1 : controls.count });
    },
    runOrStop: () => {
      const { state } = session.status();
      if (state === 'stopping') controls.stop('now');
      else if (state === 'running') controls.stop('Trial');
      else controls.run();
    },
  };
  return controls;
}
