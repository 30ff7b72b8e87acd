import { icon } from './art.js';
import { h } from './dom.js';

const SMILES = ['😊', '👍', '🙏', '🎁', '🍵', '🌹'];

/**
 * The reply box: a textarea, or with `?editor=rich` an editable division. Enter sends, as in most seller chats;
 * an open input method keeps its Enter.
 *
 * @param {ReturnType<typeof import('./state.js').createState>} state
 * @param {ReturnType<typeof import('./words.js').wordsFor>} words
 * @param {boolean} rich
 */
export function composer(state, words, rich) {
  const box = rich
    ? h('div', {
        id: 'reply-box',
        class: 'reply-box reply-rich',
        contenteditable: 'true',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.reply,
        'data-placeholder': words.placeholder,
      })
    : h('textarea', {
        id: 'reply-box',
        class: 'reply-box',
        placeholder: words.placeholder,
        'aria-label': words.reply,
      });
  /** What the page believes is in the box: its own model, fed by input events only. */
  let model = '';
  // biome-ignore lint/performance/useDomNodeTextContent: only innerText keeps the line breaks of an editor
  const read = () => (rich ? box.innerText.replace(/\n$/, '') : box.value);

  function write(text) {
    if (rich) box.textContent = text;
    else box.value = text;
    model = text;
    mark();
  }

  function mark() {
    send.disabled = model.trim() === '';
    box.classList.toggle('is-empty', model === '');
  }

  const send = h('button', { type: 'button', class: 'send-btn', onclick: () => submit() }, words.send);

  function submit() {
    if (state.open !== null && state.say(state.open, model)) write('');
    box.focus();
  }

  function insert(text) {
    box.focus();
    write(`${model}${text}`);
    if (!rich) return;
    const selection = getSelection();
    selection?.selectAllChildren(box);
    selection?.collapseToEnd();
  }

  box.addEventListener('input', () => {
    model = read();
    mark();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  if (rich) {
    // Pasted pages would bring their fonts along; an editor takes the words.
    box.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain');
      if (!text) return;
      event.preventDefault();
      document.execCommand('insertText', false, text);
    });
  }

  const element = h(
    'div',
    { class: 'composer' },
    h(
      'div',
      { class: 'tools' },
      h(
        'details',
        { class: 'smiles' },
        h('summary', { 'aria-label': '😊' }, icon('smile')),
        h(
          'div',
          { class: 'smile-list' },
          ...SMILES.map((smile) =>
            h(
              'button',
              {
                type: 'button',
                onclick: (event) => {
                  insert(smile);
                  event.target.closest('details').open = false;
                },
              },
              smile,
            ),
          ),
        ),
      ),
      h(
        'div',
        { class: 'quick' },
        ...words.quick.map((text) => h('button', { type: 'button', onclick: () => insert(text) }, text)),
      ),
    ),
    box,
    h('div', { class: 'send-row' }, send),
  );
  mark();

  return {
    element,
    /** Keeps the words begun for the buyer that is left, and shows those of the one that is opened. */
    keep(uid) {
      const one = uid === null ? null : state.conversations.get(uid);
      if (one) one.draft = model;
    },
    show(uid) {
      const one = uid === null ? null : state.conversations.get(uid);
      write(one?.draft ?? '');
    },
    model: () => model,
  };
}
