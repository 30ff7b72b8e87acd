import { picture } from './art.js';
import { h } from './dom.js';
import { frame } from './frame.js';
import { wordsFor } from './words.js';

const scene = await (await fetch(`/shop.json${location.search}`)).json();
const words = wordsFor(scene.lang);
document.documentElement.lang = scene.lang === 'en' ? 'en' : 'zh-CN';
const here = location.pathname === '/goods' ? 'goods' : 'orders';

function table(heads, rows) {
  return h(
    'table',
    { class: 'table' },
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell))))),
  );
}

function goodCell(good) {
  return h('span', { class: 'good-cell' }, picture(good, 36), `${good.title} ${good.variant}`);
}

const orders = () =>
  table(
    [words.orderNo, words.good, words.buyer, words.amount, words.placed, words.state],
    scene.orders.map((order) => [
      order.number,
      goodCell(order.good),
      order.buyer,
      `¥${order.amount}`,
      order.placed,
      h('span', { class: `state state-${order.status}` }, words.status[order.status]),
    ]),
  );

const goods = () =>
  table(
    ['SKU', words.good, words.price, words.state],
    scene.goods.map((good) => [good.sku, goodCell(good), `¥${good.price}`, words.stock(good.stock)]),
  );

const body = h('main', { class: 'desk' }, h('h1', {}, words[here]), here === 'goods' ? goods() : orders());
document.getElementById('app').replaceChildren(frame(words, scene.shop, here, [], body));
document.documentElement.dataset.ready = 'true';
