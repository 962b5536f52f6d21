import { chooseFile, iconButton, menuItem, popover, saveFile } from '../dom/controls';
import { h, say } from '../dom/h';
import type { Session } from '../protocol/session';

/** The button by which weights are saved as a file and opened from one, and what was wrong with that, if it was. */
export function weightsControl(session: Session): { button: HTMLElement; error: HTMLElement } {
  const error = h('p', { class: 'field-error net-error', role: 'alert', hidden: true });
  const button = iconButton('weights', 'Weights', () => {});
  const attempt = async (work: () => Promise<void>) => {
    let reason = '';
    try {
      await work();
    } catch (refused) {
      reason = (refused as Error).message;
      session.tell('error', reason);
    }
    say(error, reason);
    error.hidden = reason === '';
  };
  const open = () => chooseFile('.wts,.gz', file => void attempt(() => openWeights(session, file)));
  popover(button, () => [
    menuItem('Save weights (.wts.gz)', () => void attempt(() => saveWeights('.wts.gz'))),
    menuItem('Save weights as plain text (.wts)', () => void attempt(() => saveWeights('.wts'))),
    h('hr'),
    menuItem('Open weights…', open),
  ]);
  return { button, error };
}

async function saveWeights(ending: '.wts' | '.wts.gz'): Promise<void> {
  const response = await answered(fetch(`weights${ending}`));
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  saveFile(decodeURIComponent(name), await response.blob());
}

async function openWeights(session: Session, file: File): Promise<void> {
  // Asked here, because a browser that is told so while it sends says nothing but that it could not.
  const most = session.hello.peek()?.mostWeightsBytes ?? 0;
  if (file.size > most)
    throw new Error(`'${file.name}' has ${megabytes(file.size)} MB; a weights file that is opened in the window has at most ${megabytes(most)} MB. Load it in a program: network.LoadWeights(path).`);
  const response = await answered(fetch(`weights?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }));
  session.answer.set({ action: 'OpenWeights', result: (await response.text()).trim() });
}

/** The answer to a request; throws what it is refused with. */
async function answered(request: Promise<Response>): Promise<Response> {
  const response = await request.catch(() => {
    throw new Error('Weights: the simulation could not be reached.');
  });
  if (!response.ok) throw new Error((await response.text()).trim() || `Weights: the simulation answered ${response.status}.`);
  return response;
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
