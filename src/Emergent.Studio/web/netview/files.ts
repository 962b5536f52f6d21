import { chooseFiles, iconButton, menuItem, popover, saveFile } from '../dom/controls';
import { h, say } from '../dom/h';
import type { IconName } from '../dom/icons';
import type { Session } from '../protocol/session';

/** A kind of file that the simulation saves and opens. */
interface FileKind {
  /** What requests call it. */
  name: string;
  ending: string;
  /** What it is, on the button and in its menu. */
  title: string;
  icon: IconName;
  /** What one is called in errors. */
  one: string;
  /** What to do with one that is too large. */
  otherwise: string;
  /** The action that opening it is told as. */
  opens: string;
}

const weights: FileKind = {
  name: 'weights',
  ending: '.wts',
  title: 'Weights',
  icon: 'weights',
  one: 'a weights file',
  otherwise: 'Load it in a program: network.LoadWeights(path).',
  opens: 'OpenWeights',
};

const records: FileKind = {
  name: 'netdata',
  ending: '.netdat',
  title: 'Records',
  icon: 'records',
  one: 'a file of records',
  otherwise: 'Load it in a program: NetData.Load(path).',
  opens: 'OpenRecords',
};

/** The buttons by which weights and records of a network are saved and opened, and what was wrong with that, if it was. */
export function filesControl(session: Session, network: () => string): { buttons: HTMLElement[]; error: HTMLElement } {
  const error = h('p', { class: 'field-error net-error', role: 'alert', hidden: true });
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
  const buttons = [weights, records].map(kind => {
    const button = iconButton(kind.icon, kind.title, () => {});
    const what = kind.title.toLowerCase();
    popover(button, () => [
      menuItem(`Save ${what} (${kind.ending}.gz)`, () => void attempt(() => save(kind, `${kind.ending}.gz`, network()))),
      menuItem(`Save ${what} as plain text (${kind.ending})`, () => void attempt(() => save(kind, kind.ending, network()))),
      h('hr'),
      menuItem(`Open ${what}…`, () => chooseFiles(`${kind.ending},.gz`, ([file]) => file && void attempt(() => open(session, kind, file, network())))),
    ]);
    return button;
  });
  return { buttons, error };
}

async function save(kind: FileKind, ending: string, network: string): Promise<void> {
  const response = await answered(kind, fetch(`${kind.name}${ending}?network=${encodeURIComponent(network)}`));
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  saveFile(decodeURIComponent(name), await response.blob());
}

async function open(session: Session, kind: FileKind, file: File, network: string): Promise<void> {
  // Asked here, because a browser that is told so while it sends says nothing but that it could not.
  const most = session.hello.peek()?.mostFileBytes ?? 0;
  if (file.size > most)
    throw new Error(`'${file.name}' has ${megabytes(file.size)} MB; ${kind.one} that is opened in the window has at most ${megabytes(most)} MB. ${kind.otherwise}`);
  const response = await answered(kind, fetch(`${kind.name}?name=${encodeURIComponent(file.name)}&network=${encodeURIComponent(network)}`, { method: 'POST', body: file }));
  session.answer.set({ action: kind.opens, result: (await response.text()).trim() });
}

/** The answer to a request; throws what it is refused with. */
async function answered(kind: FileKind, request: Promise<Response>): Promise<Response> {
  const response = await request.catch(() => {
    throw new Error(`${kind.title}: the simulation could not be reached.`);
  });
  if (!response.ok) throw new Error((await response.text()).trim() || `${kind.title}: the simulation answered ${response.status}.`);
  return response;
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
