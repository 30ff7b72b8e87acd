import { composer } from './composer.js';
import { h } from './dom.js';
import { conversationList } from './list.js';
import { sidePanel } from './side.js';
import { createState } from './state.js';
import { thread } from './thread.js';
import { wordsFor } from './words.js';

/**
 * The reception of one scene: its parts, bound to one state. Knows nothing of addresses, timers or the network,
 * so that the page and its tests mount the same thing.
 *
 * @param {any} scene what `/shop.json` gives
 * @param {boolean} rich whether the reply box is an editable division
 */
export function workplace(scene, rich) {
  const words = wordsFor(scene.lang);
  const state = createState(scene);
  const list = conversationList(state, words);
  const talk = thread(state, words);
  const box = composer(state, words, rich);
  const side = sidePanel(state, words);
  const figures = h('span', { class: 'bar-figures' });
  const nothing = h(
    'div',
    { class: 'chat-none' },
    h('p', { class: 'chat-none-title' }, words.choose),
    h('p', {}, words.chooseHint),
  );
  const chat = h('section', { class: 'chat', 'aria-label': words.chat }, nothing);
  const body = h('main', { id: 'workbench', class: 'workbench' }, list.column, chat, side.element);

  function showFigures() {
    const all = [...state.conversations.values()];
    const waiting = all.filter((one) => one.waitingSince !== null).length;
    const { paces } = state;
    const mean = Math.round(paces.reduce((sum, pace) => sum + pace, 0) / paces.length);
    const figure = (label, value) => h('span', { class: 'figure' }, `${label} `, h('b', {}, value));
    figures.replaceChildren(
      figure(words.received, String(all.length - waiting)),
      figure(words.waitingNow, String(waiting)),
      figure(words.pace, paces.length > 0 ? words.minutes(Math.floor(mean / 60), mean % 60) : '—'),
    );
  }

  function showOpen() {
    chat.replaceChildren(...(state.open === null ? [nothing] : [talk.head, talk.messages, box.element]));
    talk.show();
    box.show(state.open);
    side.show();
  }

  state.listen((what, uid) => {
    if (what === 'leaving') return box.keep(uid);
    if (what === 'open') showOpen();
    if (what === 'message' && uid === state.open) talk.more();
    list.refill();
    showFigures();
  });
  showFigures();
  return { state, words, list, box, body, figures, showOpen };
}
