import { picture } from './art.js';
import { h } from './dom.js';

/**
 * The column on the right: the open buyer's orders, the shop's goods, the buyer's few facts.
 *
 * @param {ReturnType<typeof import('./state.js').createState>} state
 * @param {ReturnType<typeof import('./words.js').wordsFor>} words
 */
export function sidePanel(state, words) {
  const element = h('aside', { class: 'side', 'aria-label': words.ordersTab });

  function tabs() {
    const tab = (name, label) =>
      h(
        'button',
        {
          type: 'button',
          class: 'side-tab',
          'aria-pressed': String(state.tab === name),
          onclick: () => {
            state.tab = name;
            show();
          },
        },
        label,
      );
    return h(
      'div',
      { class: 'side-tabs' },
      tab('orders', words.ordersTab),
      tab('goods', words.goodsTab),
      tab('buyer', words.buyerTab),
    );
  }

  function copyButton(text) {
    return h(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick: async (event) => {
          const button = event.target;
          await navigator.clipboard?.writeText(text).catch(() => {});
          button.textContent = words.copied;
        },
      },
      words.copy,
    );
  }

  function orderBlock(order) {
    const line = (label, value) =>
      h('div', { class: 'fact' }, h('span', {}, label), h('span', { class: 'fact-value' }, value));
    return h(
      'section',
      { class: 'order-block', 'data-order-id': order.number },
      h(
        'div',
        { class: 'order-no' },
        h('span', {}, `${words.orderNo} `, h('b', {}, order.number)),
        copyButton(order.number),
      ),
      h(
        'div',
        { class: 'card-body' },
        picture(order.good, 48),
        h(
          'div',
          {},
          h('div', { class: 'card-title' }, order.good.title),
          h('div', { class: 'card-quiet' }, `${order.good.variant} × ${order.quantity}`),
        ),
        h('span', { class: `state state-${order.status}` }, words.status[order.status]),
      ),
      line(words.placed, order.placed),
      line(words.paid, `¥${order.amount}`),
    );
  }

  function goodLine(good) {
    return h(
      'section',
      { class: 'good-line' },
      picture(good, 48),
      h(
        'div',
        { class: 'good-words' },
        h('div', { class: 'card-title' }, `${good.title} ${good.variant}`),
        h('div', { class: 'card-quiet' }, words.stock(good.stock)),
        h('div', { class: 'card-price' }, `¥${good.price}`),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          onclick: () =>
            state.open !== null && state.say(state.open, `${good.title} ${good.variant} ¥${good.price}`),
        },
        words.sendLink,
      ),
    );
  }

  function buyerFacts(one) {
    const facts = [
      [words.region, one.region],
      [words.first, one.since ?? '—'],
      [words.times, String(one.orders.length)],
      [words.uid, one.uid],
    ];
    return h(
      'section',
      { class: 'order-block' },
      ...facts.map(([label, value]) =>
        h('div', { class: 'fact' }, h('span', {}, label), h('span', { class: 'fact-value' }, value)),
      ),
    );
  }

  function show() {
    const one = state.open === null ? null : state.conversations.get(state.open);
    if (!one) return element.replaceChildren();
    const body = { orders: () => one.orders.map(orderBlock), goods: () => state.scene.goods.map(goodLine) };
    const blocks = state.tab === 'buyer' ? [buyerFacts(one)] : body[state.tab]();
    const none = h('p', { class: 'side-none' }, words.noOrders);
    element.replaceChildren(
      tabs(),
      h('div', { class: 'side-body' }, ...(blocks.length > 0 ? blocks : [none])),
    );
  }

  return { element, show };
}
