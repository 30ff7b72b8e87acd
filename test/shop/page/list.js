import { avatar, icon } from './art.js';
import { h } from './dom.js';
import { OVERDUE } from './state.js';
import { shortTime } from './words.js';

/**
 * The column of conversations. Its container is thrown away and built again now and then, and a row is built
 * anew whenever its buyer writes, as the frameworks behind real shop pages do.
 *
 * @param {ReturnType<typeof import('./state.js').createState>} state
 * @param {ReturnType<typeof import('./words.js').wordsFor>} words
 */
export function conversationList(state, words) {
  const column = h('aside', { class: 'column', 'aria-label': words.chat });
  const filters = h('div', { class: 'filters' });
  const search = h('input', {
    type: 'search',
    class: 'find',
    placeholder: words.search,
    'aria-label': words.search,
    oninput: (event) => {
      state.search = event.target.value.trim();
      refill();
    },
  });
  let container = newContainer();
  column.append(h('label', { class: 'find-box' }, icon('search'), search), filters, container);

  function newContainer() {
    return h('div', { id: 'conversations', class: 'conversations' }, h('ul', { class: 'conv-list' }));
  }

  const isOver = (one) => one.waitingSince !== null && Date.now() - one.waitingSince >= OVERDUE * 1000;

  function shown(one) {
    if (state.filter === 'waiting' && one.waitingSince === null) return false;
    if (state.filter === 'overdue' && !isOver(one)) return false;
    return one.name.toLowerCase().includes(state.search.toLowerCase()) || one.uid === state.search;
  }

  function waitText(one) {
    const seconds = Math.max(0, Math.floor((Date.now() - one.waitingSince) / 1000));
    const over = seconds >= OVERDUE;
    const text = words.minutes(Math.floor(seconds / 60), seconds % 60);
    return { over, text: over ? words.over(text) : words.wait(text) };
  }

  function preview(one) {
    const last = one.messages.at(-1);
    if (!last) return '';
    if (last.order) return `${words.orderNo} ${last.order.number}`;
    if (last.good) return last.good.title;
    return last.from === 'seller' ? `${words.you}: ${last.text}` : last.text;
  }

  function row(one) {
    const open = state.open === one.uid;
    const wait = one.waitingSince === null ? null : waitText(one);
    return h(
      'li',
      {
        class: `conv${open ? ' is-open' : ''}`,
        'data-uid': one.uid,
        onclick: () => state.choose(one.uid),
      },
      avatar(one.uid, one.name),
      h(
        'button',
        { type: 'button', class: 'conv-main', 'aria-current': open ? 'true' : null },
        h(
          'span',
          { class: 'conv-top' },
          h('span', { class: 'conv-name' }, one.name),
          h('time', { class: 'conv-time' }, shortTime(one.messages.at(-1)?.at ?? Date.now())),
        ),
        h('span', { class: 'conv-preview' }, preview(one)),
        wait ? h('span', { class: `conv-wait${wait.over ? ' is-over' : ''}` }, wait.text) : null,
      ),
      one.unread > 0 ? h('span', { class: 'conv-unread' }, String(one.unread)) : null,
    );
  }

  function refillFilters() {
    const all = [...state.conversations.values()];
    const counts = {
      all: all.length,
      waiting: all.filter((one) => one.waitingSince !== null).length,
      overdue: all.filter(isOver).length,
    };
    filters.replaceChildren(
      ...Object.entries(counts).map(([name, count]) =>
        h(
          'button',
          {
            type: 'button',
            class: 'filter',
            'aria-pressed': String(state.filter === name),
            onclick: () => {
              state.filter = name;
              refill();
            },
          },
          words[name],
          h('span', { class: 'filter-count' }, ` ${count}`),
        ),
      ),
    );
  }

  function refill() {
    refillFilters();
    const rows = state.inOrder().filter(shown).map(row);
    const list = container.querySelector('.conv-list');
    list.replaceChildren(...(rows.length > 0 ? rows : [h('li', { class: 'conv-none' }, words.nobody)]));
  }

  function remount() {
    const { scrollTop } = container;
    const fresh = newContainer();
    container.replaceWith(fresh);
    container = fresh;
    refill();
    container.scrollTop = scrollTop;
  }

  /** Every second: the timers run, the rows stay. Somebody turning overdue changes the counts. */
  function tick() {
    let turned = false;
    for (const element of container.querySelectorAll('.conv')) {
      const one = state.conversations.get(element.dataset.uid);
      const label = element.querySelector('.conv-wait');
      if (!label || !one || one.waitingSince === null) continue;
      const { over, text } = waitText(one);
      label.textContent = text;
      turned ||= over !== label.classList.contains('is-over');
      label.classList.toggle('is-over', over);
    }
    if (turned) refillFilters();
  }

  refill();
  return { column, refill, remount, tick };
}
