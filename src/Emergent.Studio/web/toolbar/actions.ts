import { fill, h } from '../dom/h';
import type { Action, Field } from '../protocol/messages';
import type { Session } from '../protocol/session';
import { words } from './toolbar';

/** A small form for the parameters of an action. */
export function actionForm(session: Session, action: Action, opener: HTMLElement): HTMLElement {
  const error = h('p', { class: 'field-error', role: 'alert' });
  const inputs = action.parameters.map(parameter => ({ parameter, input: inputOf(parameter) }));
  return h(
    'form',
    {
      class: 'action-form',
      onsubmit: async (event: Event) => {
        event.preventDefault();
        const values = Object.fromEntries(inputs.map(({ parameter, input }) => [parameter.path, textIn(input)]));
        try {
          await session.act(action.name, values);
          opener.dispatchEvent(new Event('close-popover'));
        } catch (reason) {
          fill(error, (reason as Error).message);
        }
      },
    },
    h('h3', {}, words(action.name)),
    h('p', { class: 'muted' }, action.description),
    inputs.map(({ parameter, input }) =>
      h(
        'label',
        {},
        h('span', {}, words(parameter.label)),
        input,
        parameter.description ? h('small', { class: 'muted' }, parameter.description) : null,
      ),
    ),
    error,
    h('button', { type: 'submit', class: 'button primary' }, words(action.name)),
  );
}

function inputOf({ type, choices, default: usual }: Field): HTMLInputElement | HTMLSelectElement {
  if (choices && choices.length > 0)
    return h(
      'select',
      {},
      choices.map(choice => h('option', { selected: choice === usual }, choice)),
    );
  if (type === 'flag') return h('input', { type: 'checkbox', checked: usual === 'true' });
  return h('input', { type: 'text', inputmode: type === 'number' || type === 'integer' ? 'decimal' : null, value: usual ?? '' });
}

// As text, whatever it is: the server says what is no value of the parameter.
const textIn = (input: HTMLInputElement | HTMLSelectElement) => (input.type === 'checkbox' ? String((input as HTMLInputElement).checked) : input.value);
