import { icon } from './art.js';
import { h } from './dom.js';

/**
 * The back office around every page: rail on the left, bar on top.
 *
 * @param {ReturnType<typeof import('./words.js').wordsFor>} words
 * @param {string} shop
 * @param {'chat' | 'orders' | 'goods'} here
 * @param {Node[]} figures
 * @param {Node} body
 */
export function frame(words, shop, here, figures, body) {
  document.title = `${words[here]} - ${words.title}`;
  const link = (name, path) =>
    h(
      'a',
      {
        href: `${path}${location.search}`,
        class: 'rail-link',
        'aria-current': name === here ? 'page' : null,
      },
      icon(name),
      h('span', {}, words[name]),
    );
  return h(
    'div',
    { class: 'office' },
    h(
      'nav',
      { class: 'rail', 'aria-label': words.title },
      h('img', { src: '/mark.svg', alt: '', width: 30, height: 30, class: 'rail-mark' }),
      link('chat', '/chat'),
      link('orders', '/orders'),
      link('goods', '/goods'),
      link('notice', '/plain'),
    ),
    h(
      'header',
      { class: 'bar' },
      h('strong', { class: 'bar-shop' }, shop),
      h('span', { class: 'bar-brand' }, words.title),
      h('span', { class: 'bar-space' }),
      ...figures,
      h('span', { class: 'bar-online' }, words.online),
      h('span', { class: 'bar-agent' }, words.agent),
    ),
    body,
  );
}
