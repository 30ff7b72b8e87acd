import { isShown } from './query';
import { textOf } from './text';

const MOST_NODES = 6000;

/**
 * Values standing beside a printed label ("订单编号：…"): in the same text, or within the two boxes around it.
 * The way in where a page has nothing better than its words.
 *
 * @param except places left out: what stands in a row of the list is about somebody else
 */
export function* nearLabels(
  scope: ParentNode,
  labels: readonly string[],
  except?: ReadonlySet<Element>,
): Generator<{ value: string; element: Element | null }> {
  const root: Node = scope instanceof Document ? (scope.body ?? scope) : scope;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return except?.has(node as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let seen = 0; seen < MOST_NODES; seen += 1) {
    const node = walker.nextNode() as Text | null;
    if (!node) return;
    const label = labels.find((it) => node.data.includes(it));
    const parent = node.parentElement;
    // Tickets and panes that are not open keep their orders in the document, hidden; so do scripts.
    if (!label || !parent || !isShown(parent)) continue;
    for (const around of [parent, parent.parentElement]) {
      const text = around ? textOf(around, 200) : '';
      const tail = text.slice(text.indexOf(label) + label.length).trim();
      if (!text.includes(label) || !/[\dA-Z]/.test(tail)) continue;
      yield { value: tail.slice(0, 80), element: parent };
      break;
    }
  }
}
