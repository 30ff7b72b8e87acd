import type { Adapter } from '../adapter';
import { all, isShown } from '../read/query';
import { describeBox, describeList, describeMessages, describeName, type Taught } from './describe';
import { type Believed, taughtAdapter } from './merge';
import { inOneRow, lineOf, pairOf } from './pair';
import { believesBox, believesItems, believesName, believesPlain } from './preview';
import { selectorsFor } from './selectors';
import type { PickRefusal, Step } from './steps';
import { type Said, saidIn } from './vocabulary';

/** The first of a pair, with ways to find it again when the page has drawn it anew. */
interface Waiting {
  readonly element: Element;
  readonly css: readonly string[];
}

/** What has been taught in this frame so far: each part is described the moment it is pointed at. */
export function createLesson() {
  let taught: Taught = {};
  let believed: Believed = {
    name: true,
    list: false,
    messages: false,
    box: true,
    plain: true,
  };
  let first: Waiting | null = null;
  let open: { readonly name: string; readonly element: Element } | null = null;
  let said: Said = new Set();

  const pairs = {
    rowB(a: Element, b: Element) {
      const list = describeList(a, b, open?.name ?? '');
      if (!list || list.item?.length === 0) return false;
      believed = { ...believed, list: believesItems(lesson.base?.list?.item, a, b) };
      taught = { ...taught, list };
      // The name in the list is the row's own word and proves nothing a second time.
      if (open && pairOf(a, b)?.holder.contains(open.element)) taught = { ...taught, name: [] };
      return true;
    },
    mine(a: Element, b: Element) {
      const messages = describeMessages(a, b);
      if (!messages || messages.item?.length === 0) return false;
      believed = { ...believed, messages: believesItems(lesson.base?.messages?.item, a, b) };
      taught = { ...taught, messages };
      return true;
    },
  };

  const lesson = {
    /** The description the page has so far. */
    base: null as Adapter | null,

    /** Takes what was pointed at; says why not when it can't be what was asked for. */
    take(step: Step, element: Element): PickRefusal | null {
      if (step !== 'box' && lineOf(element) === '') return isSealed(element) ? 'sealed' : 'no-words';
      if (step === 'rowB' || step === 'mine') {
        const other = first && again(first);
        if (!other) return 'redrawn';
        // Rows with a shadow tree each: no selector leads from one tree to the next.
        if (other.getRootNode() !== element.getRootNode()) return 'sealed';
        if (other === element || other.contains(element) || element.contains(other)) return 'same-row';
        const pair = pairOf(other, element);
        if (step === 'rowB' && pair && inOneRow(pair)) return 'same-row';
        if (!pair || !pairs[step](other, element)) return 'not-alike';
      } else if (step === 'name') {
        open = { name: lineOf(element), element };
        const plain = believesPlain(open.name);
        believed = { ...believed, name: believesName(lesson.base, element), plain };
        taught = { ...taught, name: describeName(element) };
      } else if (step === 'box') {
        believed = { ...believed, box: believesBox(lesson.base, element) };
        taught = { ...taught, box: describeBox(element, said) };
      } else {
        first = { element, css: selectorsFor(element, saidIn([element])) };
      }
      if (step !== 'box') said = new Set([...said, ...saidIn([element])]);
      return null;
    },

    forget(step: Step): void {
      const { name, list, messages, box } = taught;
      const left = {
        name: step === 'name' ? undefined : name,
        list: step === 'rowA' || step === 'rowB' ? undefined : list,
        messages: step === 'theirs' || step === 'mine' ? undefined : messages,
        box: step === 'box' ? undefined : box,
      };
      taught = Object.fromEntries(Object.entries(left).filter(([, part]) => part !== undefined));
    },

    adapter: (address: string, inFrame: boolean, day: string): Adapter | null =>
      taughtAdapter(lesson.base, taught, believed, address, inFrame, day),
  };
  return lesson;
}

/** What is seen there is drawn in a closed shadow tree: the page lets nobody in, and the words are out of reach. */
function isSealed(element: Element): boolean {
  return element.localName.includes('-') && element.shadowRoot === null;
}

function again({ element, css }: Waiting): Element | null {
  if (element.isConnected) return element;
  for (const one of css) {
    const found = all(document, one).filter(isShown);
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}
