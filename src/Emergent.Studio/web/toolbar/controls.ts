import type { Session } from '../protocol/session';

/** What the buttons and the keys do. */
export interface RunControls {
  init(): void;
  runOrStop(): void;
  run(): void;
  /** Stops at the end of a scale, or `now`. */
  stop(scale: string): void;
  step(): void;
  /** The scale and the number of steps. */
  scale: string;
  count: number;
}

export function runControls(session: Session): RunControls {
  const controls: RunControls = {
    scale: 'Trial',
    count: 1,
    init: () => void session.command('init'),
    run: () => void session.command('run', { mode: session.mode() }),
    stop: scale => void session.command('stop', { scale }),
    step: () => void session.command('step', { mode: session.mode(), scale: controls.scale, count: controls.count }),
    runOrStop: () => {
      const { state } = session.status();
      if (state === 'stopping') controls.stop('now');
      else if (state === 'running') controls.stop('Trial');
      else controls.run();
    },
  };
  return controls;
}
