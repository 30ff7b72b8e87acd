import { signal } from '@preact/signals';
import type { Json } from '@shared/text/json';

/** Which key an act has now, by the key it came with: `{ p: 'v' }`. */
export type Bindings = Readonly<Record<string, string>>;

/** The setting of the book that holds them. */
export const KEYS_SETTING = 'keys';

/** The keys of this page, as the shop set them. */
export const boundKeys = signal<Bindings>({});

const BINDABLE = /^[\p{Ll}\p{Lo}\d]$/u;

/** @example isBindable('ö') // => true */
export function isBindable(key: string): boolean {
  return BINDABLE.test(key);
}

/** What was stored, as far as it makes sense: a key twice is nobody's. */
export function readBindings(stored: Json | undefined): Bindings {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const own = Object.entries(stored).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isBindable(entry[1]),
  );
  const times = (key: string) => own.filter(([, other]) => other === key).length;
  return Object.fromEntries(own.filter(([home, key]) => isBindable(home) && times(key) === 1));
}

/**
 * The key an act came with, for the key that was pressed: '' where the act has moved to another one.
 *
 * @example homeOf({ p: 'v' }, 'v') // => 'p'
 * @example homeOf({ p: 'v' }, 'p') // => ''
 * @example homeOf({ p: 'v' }, 'd') // => 'd'
 */
export function homeOf(bindings: Bindings, pressed: string): string {
  const moved = Object.entries(bindings).find(([, key]) => key === pressed);
  if (moved) return moved[0];
  return pressed in bindings ? '' : pressed;
}

/**
 * The key of an act as it stands on a button, for the key the act came with.
 *
 * @example keyFor({ p: 'v' }, 'P') // => 'V'
 */
export function keyFor(bindings: Bindings, letter: string): string {
  return bindings[letter.toLowerCase()]?.toUpperCase() ?? letter;
}
