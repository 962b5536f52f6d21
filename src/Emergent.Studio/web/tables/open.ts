import { chooseFiles } from '../dom/controls';
import type { Session } from '../protocol/session';
import { metaDataOf, readTable } from './file';

const settingsFile = 'settings.json'; // of a folder of logs: how plots show its tables

/** Opens tables of files that its user chooses, as this page's own; with the `settings.json` beside logs as they were logged. */
export function openFiles(session: Session, open: (table: string) => void): void {
  const read = async (files: File[]) => {
    try {
      const settings = files.find(({ name }) => name === settingsFile);
      const said = settings ? await settings.text() : '{}';
      const tables = await Promise.all(
        files.filter(file => file !== settings).map(async file => readTable(nameOf(file.name, session), file.name, await textOf(file), metaDataOf(said, file.name))),
      );
      for (const table of tables) {
        session.addTable(table);
        open(table.name);
      }
    } catch (error) {
      const reason = (error as Error).message;
      session.tell('error', reason);
      session.answer.set({ action: 'Not opened', result: reason });
    }
  };
  chooseFiles('.csv,.tsv,.txt,.gz,.json', files => void read(files), true);
}

async function textOf(file: File): Promise<string> {
  const bytes = await (file.name.endsWith('.gz') ? new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))) : file).arrayBuffer().catch(() => {
    throw new Error(`File '${file.name}' is no gzip file, or a damaged one.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`File '${file.name}' is not text in UTF-8, so it is no table or a damaged one.`);
  }
}

/** The file's name without its end, and another where the simulation has a table of that name. */
function nameOf(file: string, session: Session): string {
  const name = file.replace(/(\.(csv|tsv|txt))?(\.gz)?$/i, '');
  return session.tables.peek().get(name)?.info.peek() ? `${name} (file)` : name;
}
