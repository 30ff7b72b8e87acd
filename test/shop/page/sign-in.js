import { h } from './dom.js';

/**
 * What stands there when the session has ended.
 *
 * @param {ReturnType<typeof import('./words.js').wordsFor>} words
 * @param {() => void} enter
 */
export function signIn(words, enter) {
  const field = (label, type, name) =>
    h('label', { class: 'field' }, label, h('input', { type, name, autocomplete: 'off' }));
  return h(
    'main',
    { class: 'sign-in' },
    h(
      'form',
      {
        class: 'sign-in-card',
        onsubmit: (event) => {
          event.preventDefault();
          enter();
        },
      },
      h('img', { src: '/mark.svg', alt: '', width: 40, height: 40 }),
      h('h1', {}, words.signIn),
      h('p', {}, words.signInHint),
      field(words.account, 'text', 'account'),
      field(words.password, 'password', 'password'),
      h('button', { type: 'submit', class: 'send-btn' }, words.enter),
    ),
  );
}
