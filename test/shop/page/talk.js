import { h } from './dom.js';
import { createState } from './state.js';

/** Nicknames as a small marketplace shows them, whole. */
const NAMES = ['山茶未眠', '老周不吃辣', '橘子汽水', '阿蓝', '半糖去冰', '竹影', '海边的卡罗', '三更灯火'];

const scene = await (await fetch(`/shop.json${location.search}`)).json();
const conversations = scene.conversations
  .slice(0, NAMES.length)
  .map((one, index) => ({ ...one, name: NAMES[index] }));
const state = createState({ ...scene, conversations });
const root = document.querySelector('.x7a-root');
let presses = 0;

const wordsOf = (message) => message.text ?? message.order?.number ?? message.good?.title ?? '';

/** Newer frameworks give every drawing of a thing another name. */
const drawn = (name) => `${name} s${Math.floor(Math.random() * 90000 + 10000).toString(36)}`;

function row(one) {
  const open = state.open === one.uid;
  return h(
    'div',
    { class: `${drawn('w2f6')}${open ? ' z3' : ''}`, onclick: () => state.choose(one.uid) },
    one.unread > 0 ? h('em', {}, String(one.unread)) : null,
    h('strong', {}, one.name),
    h('div', {}, wordsOf(one.messages.at(-1) ?? {})),
  );
}

function bubble(message) {
  return h(
    'div',
    { class: drawn(message.from === 'seller' ? 'q4b7 t9' : 'q4b7') },
    h('p', {}, wordsOf(message)),
  );
}

function talk(one) {
  const box = h('textarea', { placeholder: '写回信' });
  box.value = one.draft;
  box.addEventListener('input', () => {
    one.draft = box.value;
  });
  const messages = h('div', { class: 'q3m0' }, ...one.messages.map(bubble));
  const send = h(
    'button',
    {
      type: 'button',
      onclick: () => {
        if (state.say(one.uid, box.value)) one.draft = '';
        draw();
      },
    },
    '寄出',
  );
  return [
    h('div', { class: 'q2k4' }, h('b', {}, one.name), h('span', {}, ` ${one.region}`)),
    messages,
    h('div', { class: 'q5d2' }, box, send),
  ];
}

function draw() {
  const one = state.open === null ? null : state.conversations.get(state.open);
  root.replaceChildren(
    h('div', { class: 'q1z8' }, ...(one ? talk(one) : [h('p', {}, '选一封来信')])),
    h('div', { class: 'w1c3' }, ...[...state.conversations.values()].map(row)),
  );
  const messages = root.querySelector('.q3m0');
  if (messages) messages.scrollTop = messages.scrollHeight;
}

for (const type of ['pointerdown', 'mousedown', 'click']) {
  document.addEventListener(
    type,
    () => {
      presses += 1;
    },
    true,
  );
}
state.listen(draw);
draw();

/** Handles for browser tests. */
window.shop = {
  buyers: () => [...state.conversations.values()].map(({ uid, name }) => ({ uid, name })),
  open: (uid) => state.choose(uid),
  say: (uid, text) => state.hear(uid, text),
  reply: (text) => state.open !== null && state.say(state.open, text),
  draft: () => root.querySelector('textarea')?.value ?? '',
  sent: () => state.sent.map((one) => ({ ...one })),
  presses: () => presses,
};
document.documentElement.dataset.ready = 'true';
