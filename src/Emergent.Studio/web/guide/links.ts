/** What links of a guide may lead to. */
export interface Known {
  modes: readonly { name: string; scales: readonly string[] }[];
  actions: readonly string[];
  parameters: readonly string[];
  variables: readonly string[];
  tables: readonly string[];
}

/** What a link does. */
export type Target =
  | { does: 'init' }
  | { does: 'run'; mode: string | null }
  | { does: 'step'; scale: string | null }
  | { does: 'tab'; view: string }
  | { does: 'variable'; name: string }
  | { does: 'parameter'; path: string }
  | { does: 'set'; path: string; value: string }
  | { does: 'action'; name: string };

export const viewKinds = ['plot', 'table', 'grid', 'similarity', 'clusters', 'components'];

/**
 * What a link does, `sim:` left out, or why it leads nowhere. `GuideLinks` in C# checks guides by the same rules, which its tests write to `test/guide-links.json`.
 * Names of modes, scales, actions and tables may be written in capital letters or not, without spaces and underscores.
 */
export function targetOf(link: string, known: Known): Target | { why: string } {
  const [kind, ...rest] = decoded(link).split('/');
  const name = rest.join('/');
  const find = (names: readonly string[]) => names.find(each => plain(each) === plain(name)) ?? null;
  switch (kind) {
    case 'Init':
      return { does: 'init' };
    case 'Run': {
      const mode = find(known.modes.map(each => each.name));
      return mode || name === '' ? { does: 'run', mode } : { why: `There is no mode '${name}'.` };
    }
    case 'Step': {
      const scale = find(known.modes.flatMap(each => each.scales));
      return scale || name === '' ? { does: 'step', scale } : { why: `There are no steps of a ${name}.` };
    }
    case 'tab': {
      if (/^network2?$/.test(plain(name))) return { does: 'tab', view: plain(name) === 'network' ? 'network' : 'network:2' };
      const [first, ...others] = name.split(':');
      const isKind = others.length > 0 && viewKinds.includes(first!);
      const wanted = isKind ? others.join(':') : name;
      const table = known.tables.find(each => plain(each) === plain(wanted));
      return table ? { does: 'tab', view: isKind ? `${first}:${table}` : table } : { why: `There is no table '${wanted}'.` };
    }
    case 'var':
      return known.variables.includes(name) ? { does: 'variable', name } : { why: `The network has no variable '${name}'.` };
    case 'param': {
      const path = pathOf(name, known);
      return path ? { does: 'parameter', path } : { why: `There is no parameter '${name}'.` };
    }
    case 'set': {
      const [before = '', ...after] = name.split('=');
      const path = pathOf(before, known);
      if (after.length === 0) return { why: `'${name}' says no value: write PATH=VALUE.` };
      return path ? { does: 'set', path, value: after.join('=') } : { why: `There is no parameter '${before}'.` };
    }
    case 'action': {
      const action = find(known.actions);
      return action ? { does: 'action', name: action } : { why: `There is no action '${name}'.` };
    }
    default:
      return { why: `A link does not know what to do with '${kind}'.` };
  }
}

/** A parameter of the simulation itself needs no `Sim.` before its name; `#Hidden Layer.Inhib.Layer.Gi` is how settings on the command line may be written. */
const pathOf = (name: string, { parameters }: Known) =>
  [name, `Sim.${name}`, name.replace(/^(#[^ ]+) +((Layer|Prjn|Path|Projection)\.)?/, '$1.')].find(path => parameters.includes(path)) ?? null;

const plain = (name: string) => name.toLowerCase().replace(/[\s_]/g, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
