import * as v from 'valibot';
import type { Adapter } from './adapter';
import { isFollowablePattern } from './match';
import { INTO } from './read/query';

/**
 * The one door for adapters, bundled and imported alike. Known keys are checked, unknown ones fall away (and
 * are named by `parseAdapterFile`); there is no place for a regular expression or a function.
 */
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const sentence = v.pipe(v.string(), v.maxLength(400));
const selector = v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.check(parsesAsSelector, 'selector'));
/** Where an element is held against it, not looked for: no step into a shadow tree. */
const plainSelector = v.pipe(
  selector,
  v.check((css) => !css.includes(INTO), 'selector'),
);
const pattern = v.pipe(v.string(), v.maxLength(300), v.check(isFollowablePattern, 'match'));
const piece = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const path = v.pipe(v.string(), v.startsWith('/'), v.maxLength(200));

const op = v.union([
  v.strictTuple([v.picklist(['before', 'after', 'drop']), piece]),
  v.strictTuple([v.literal('between'), piece, piece]),
  v.strictTuple([
    v.picklist([
      'dropBrackets',
      'dropTimeTail',
      'firstLine',
      'digits',
      'notDigits',
      'lastSegment',
      'uuid',
      'orderNo',
    ]),
  ]),
]);

const few = <Item extends v.GenericSchema>(item: Item) => v.optional(v.pipe(v.array(item), v.maxLength(30)));

const reader = v.pipe(
  v.object({
    css: v.optional(selector),
    prev: v.optional(plainSelector),
    take: v.picklist(['text', 'attr', 'int', 'datetime', 'duration', 'url.path', 'url.query', 'near']),
    attr: v.optional(word),
    param: v.optional(word),
    label: few(word),
    ops: few(op),
    pick: v.optional(v.picklist(['first', 'last', 'mostCommonBuyer'])),
    strength: v.optional(v.picklist(['platform', 'url', 'row', 'name'])),
    as: v.optional(v.picklist(['buyer', 'conversation', 'order'])),
    frame: v.optional(v.picklist(['top'])),
    overdue: v.optional(v.boolean()),
  }),
  v.check((it) => it.take !== 'attr' || it.attr !== undefined, 'reader'),
  v.check((it) => it.take !== 'url.query' || it.param !== undefined, 'reader'),
  v.check((it) => it.take !== 'near' || (it.label?.length ?? 0) > 0, 'reader'),
);

const active = v.object({
  class: v.optional(word),
  'class~': v.optional(word),
  aria: v.optional(v.picklist(['selected', 'current'])),
  descAria: v.optional(v.picklist(['selected', 'current'])),
  oddOneOut: v.optional(v.picklist(['class', 'background'])),
});

const rowTest = v.object({
  exists: v.optional(selector),
  class: v.optional(word),
  textIncludes: v.optional(word),
  attr: v.optional(word),
  endsWith: v.optional(word),
});

const list = v.object({
  generic: v.optional(v.boolean()),
  root: few(selector),
  item: few(selector),
  active: few(active),
  key: few(reader),
  name: few(reader),
  preview: few(reader),
  time: few(reader),
  unread: few(reader),
  wait: few(reader),
  waitingIf: few(rowTest),
  group: few(
    v.object({
      css: selector,
      textIncludes: v.optional(word),
      state: v.picklist(['waiting', 'overdue']),
    }),
  ),
});

const side = v.object({
  buyer: few(plainSelector),
  seller: few(plainSelector),
  system: few(plainSelector),
  byName: few(reader),
  attrPrefix: v.optional(v.object({ attr: word, buyer: word, seller: word })),
  attrEquals: v.optional(v.object({ attr: word, buyer: v.array(word), seller: v.array(word) })),
  geometry: v.optional(v.boolean()),
});

const messages = v.object({
  generic: v.optional(v.boolean()),
  root: few(selector),
  item: few(selector),
  id: few(reader),
  text: few(reader),
  time: few(reader),
  carryTime: v.optional(v.boolean()),
  side: v.optional(side),
});

const urlIdentity = v.object({
  name: word,
  label: v.optional(v.object({ zh: word, en: word })),
  matches: v.array(pattern),
  matchesUnverified: few(pattern),
  path: few(path),
  key: v.nullable(reader),
  note: v.optional(sentence),
});

export const adapterSchema = v.pipe(
  v.object({
    schema: v.optional(v.literal(1)),
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,59}$/i)),
    label: v.object({ zh: word, en: word }),
    confidence: v.optional(word),
    evidence: few(
      v.object({ seen: v.optional(sentence), how: v.optional(sentence), src: v.optional(sentence) }),
    ),
    matches: v.optional(v.pipe(v.array(pattern), v.maxLength(50)), []),
    matchesUnverified: few(pattern),
    userHost: v.optional(v.boolean()),
    when: v.optional(v.object({ path: few(path) })),
    frame: v.optional(v.picklist(['top', 'any'])),
    visibleOnly: v.optional(v.boolean()),
    scope: few(v.object({ css: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) })),
    timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'time zone'))),
    ready: few(selector),
    signedOut: few(selector),
    signedOutText: few(word),
    emptyText: few(word),
    identity: v.optional(
      v.object({
        key: few(reader),
        name: few(reader),
        masked: v.optional(v.boolean()),
        overPlain: v.optional(v.boolean()),
      }),
    ),
    list: v.nullish(list),
    messages: v.optional(messages),
    composer: v.optional(
      v.object({ generic: v.optional(v.boolean()), box: few(selector), send: few(selector) }),
    ),
    order: few(reader),
    urlIdentity: few(urlIdentity),
  }),
  v.check((it) => it.matches.length > 0 || (it.urlIdentity?.length ?? 0) > 0, 'no match'),
);

/** Reads one adapter; what is wrong with it is said by path. */
export function parseAdapter(
  value: unknown,
): { readonly ok: true; readonly adapter: Adapter } | { readonly ok: false; readonly place: string } {
  const result = v.safeParse(adapterSchema, value);
  if (result.success) return { ok: true, adapter: result.output };
  return { ok: false, place: v.getDotPath(result.issues[0]) ?? '' };
}

/**
 * In a page the browser itself says whether a selector parses; the service worker has no document, and only
 * ever sees what a page has checked.
 */
function parsesAsSelector(css: string): boolean {
  if (typeof document === 'undefined') return true;
  const bare = css.replaceAll(':scope', '*');
  try {
    const place = document.createDocumentFragment();
    for (const inTree of bare.split(INTO)) place.querySelector(inTree);
    return true;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
