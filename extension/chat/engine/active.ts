import type { Active } from '../adapter';

/**
 * The open row of a list. A way of telling counts only when it points at exactly one row: two "active" rows
 * mean that the page uses the word for something else.
 */
export function activeRow(items: readonly Element[], ways: readonly Active[] | undefined): Element | null {
  for (const way of ways ?? []) {
    const found = way.oddOneOut
      ? oddOneOut(items, way.oddOneOut)
      : items.filter((item) => isActive(item, way));
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

function isActive(item: Element, way: Active): boolean {
  if (way.class !== undefined && item.classList.contains(way.class)) return true;
  const part = way['class~']?.toLowerCase();
  if (part !== undefined && [...item.classList].some((token) => saysSo(token.toLowerCase(), part)))
    return true;
  if (way.aria && isMarked(item, way.aria)) return true;
  if (way.descAria === undefined) return false;
  return [...item.querySelectorAll(`[aria-${way.descAria}]`)].some((it) => isMarked(it, way.descAria));
}

/** `inactive`, `unselected` and `not-active` hold the word and mean the opposite. */
function saysSo(token: string, part: string): boolean {
  const at = token.indexOf(part);
  return at >= 0 && !/(in|un|de|dis|non?-?|not-?)$/.test(token.slice(0, at));
}

function isMarked(element: Element, mark: 'selected' | 'current' | undefined): boolean {
  const value = element.getAttribute(`aria-${mark}`);
  return value !== null && value !== '' && value !== 'false';
}

function oddOneOut(items: readonly Element[], by: 'class' | 'background'): readonly Element[] {
  if (items.length < 3 || items.length > 100) return [];
  const look = (item: Element) =>
    by === 'class' ? [...item.classList].sort().join(' ') : getComputedStyle(item).backgroundColor;
  const kinds = new Map<string, Element[]>();
  for (const item of items) kinds.set(look(item), [...(kinds.get(look(item)) ?? []), item]);
  if (kinds.size !== 2) return [];
  return [...kinds.values()].find((group) => group.length === 1) ?? [];
}
