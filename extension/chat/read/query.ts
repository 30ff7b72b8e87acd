/** Looking things up in a page that may change, lie or break at any time: nothing here throws. */

/** Goes into an open shadow tree: `chat-app >>> .row` is each `.row` in the tree of a `chat-app`. */
export const INTO = ' >>> ';

/**
 * All elements a selector of an adapter points at. `:scope` in front asks about the element itself, which
 * `querySelectorAll` never returns; `>>>` goes into open shadow trees.
 */
export function all(scope: ParentNode, css: string): readonly Element[] {
  try {
    const into = css.indexOf(INTO);
    if (into >= 0) {
      const inner = css.slice(into + INTO.length);
      return all(scope, css.slice(0, into)).flatMap(({ shadowRoot }) =>
        shadowRoot ? all(shadowRoot, inner) : [],
      );
    }
    if (css.startsWith(':scope')) {
      const own = css.slice(':scope'.length) || '*';
      return scope instanceof Element && scope.matches(own) ? [scope] : [];
    }
    return [...scope.querySelectorAll(css)];
  } catch {
    return [];
  }
}

/** The first place any of the selectors points at. */
export function first(scope: ParentNode, selectors: readonly string[] | undefined): Element | null {
  for (const css of selectors ?? []) {
    const found = all(scope, css).find(isShown) ?? null;
    if (found) return found;
  }
  return null;
}

/** Whether the element itself fits, or holds something that fits. */
export function fits(element: Element, selectors: readonly string[] | undefined): boolean {
  return (selectors ?? []).some((css) => {
    if (css.startsWith(':scope')) return all(element, css).length > 0;
    try {
      return element.matches(css) || element.querySelector(css) !== null;
    } catch {
      return false;
    }
  });
}

/** Whether the seller can see it. A page keeps yesterday's tickets and panes in the document, hidden. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility({ visibilityProperty: true });
  }
  return element.isConnected && element.closest('[hidden]') === null;
}

/** Same as `first`, looking into open shadow roots when the page itself has nothing (web components). */
export function firstDeep(scope: ParentNode, selectors: readonly string[] | undefined): Element | null {
  const plain = first(scope, selectors);
  if (plain) return plain;
  const hosts = [...scope.querySelectorAll('*')].slice(0, 5000).filter((element) => element.shadowRoot);
  for (const host of hosts) {
    const found = host.shadowRoot && firstDeep(host.shadowRoot, selectors);
    if (found) return found;
  }
  return null;
}

/** The open shadow trees around these places: what moves in one is not seen from outside. */
export function treesAround(places: readonly (Element | null | undefined)[]): readonly Node[] {
  const trees = new Set<Node>();
  for (const place of places) {
    let root = place?.getRootNode();
    for (; root instanceof ShadowRoot; root = root.host.getRootNode()) trees.add(root);
  }
  return [...trees];
}
