import { avatar, picture } from './art.js';
import { h } from './dom.js';
import { fullTime } from './words.js';

/** Messages farther apart than this start a new group with its own time. */
const GROUP = 180_000;

/**
 * The open conversation: who it is, and what was said.
 *
 * @param {ReturnType<typeof import('./state.js').createState>} state
 * @param {ReturnType<typeof import('./words.js').wordsFor>} words
 */
export function thread(state, words) {
  const head = h('header', { class: 'chat-head' });
  const list = h('ol', { class: 'msg-list' });
  const messages = h(
    'div',
    { id: 'messages', class: 'messages', tabindex: '0', 'aria-label': words.chat },
    list,
  );
  let last = 0;

  function orderCard(order) {
    return h(
      'div',
      { class: 'order-card', 'data-order-id': order.number },
      h(
        'div',
        { class: 'card-line card-no' },
        `${words.orderNo} ${order.number}`,
        h('span', { class: `state state-${order.status}` }, words.status[order.status]),
      ),
      h(
        'div',
        { class: 'card-body' },
        picture(order.good, 52),
        h(
          'div',
          {},
          h('div', { class: 'card-title' }, order.good.title),
          h('div', { class: 'card-quiet' }, `${order.good.variant} × ${order.quantity}`),
          h('div', { class: 'card-price' }, `¥${order.amount}`),
        ),
      ),
    );
  }

  function goodCard(good) {
    return h(
      'div',
      { class: 'good-card' },
      h('div', { class: 'card-line' }, words.asking),
      h(
        'div',
        { class: 'card-body' },
        picture(good, 52),
        h(
          'div',
          {},
          h('div', { class: 'card-title' }, good.title),
          h('div', { class: 'card-quiet' }, `${good.variant} · ${words.stock(good.stock)}`),
          h('div', { class: 'card-price' }, `¥${good.price}`),
        ),
      ),
    );
  }

  function item(one, message) {
    const starts = message.at - last > GROUP;
    last = message.at;
    const content = message.order
      ? orderCard(message.order)
      : message.good
        ? goodCard(message.good)
        : h('p', { class: 'msg-text' }, message.text);
    return h(
      'li',
      { class: `msg from-${message.from}`, 'data-id': message.id, 'data-uid': one.uid },
      starts ? h('time', { class: 'msg-time' }, fullTime(message.at, state.scene.lang)) : null,
      h(
        'div',
        { class: 'msg-row' },
        message.from === 'buyer' ? avatar(one.uid, one.name) : null,
        h('div', { class: 'msg-bubble' }, content),
        message.from === 'seller' ? avatar('007', words.agent) : null,
      ),
    );
  }

  function show() {
    const one = state.open === null ? null : state.conversations.get(state.open);
    last = 0;
    head.replaceChildren();
    list.replaceChildren();
    if (!one) return;
    head.append(
      h('span', { class: 'buyer-name', 'data-uid': one.uid }, one.name),
      ...one.tags.map((tag) => h('span', { class: 'tag' }, tag)),
      h('span', { class: 'head-space' }),
      h('span', { class: 'head-quiet' }, one.region),
    );
    list.append(...one.messages.map((message) => item(one, message)));
    messages.scrollTop = messages.scrollHeight;
  }

  /** Adds what came since; the rest of the conversation is left alone. */
  function more() {
    const one = state.open === null ? null : state.conversations.get(state.open);
    if (!one) return;
    const near = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80;
    for (const message of one.messages.slice(list.children.length)) list.append(item(one, message));
    if (near) messages.scrollTop = messages.scrollHeight;
  }

  return { head, messages, show, more };
}
