/**
 * A chat site described as data: where its buyer, list, messages and reply box stand. No code, no regular
 * expressions, no conditions: nothing in a file can do more than point at places in a page. Every field is a
 * list of candidates, the first that gives something wins. The shape is checked in `adapter-schema.ts`, in
 * extension pages; the content script gets data that has been checked.
 */

/** The fixed steps a value may be put through. */
export type Op =
  | readonly ['before' | 'after' | 'drop', string]
  | readonly ['between', string, string]
  | readonly [
      | 'dropBrackets'
      | 'dropTimeTail'
      | 'firstLine'
      | 'digits'
      | 'notDigits'
      | 'lastSegment'
      | 'uuid'
      | 'orderNo',
    ];

export type Take = 'text' | 'attr' | 'int' | 'datetime' | 'duration' | 'url.path' | 'url.query' | 'near';

/** How to get one value out of the page. */
export interface Reader {
  readonly css?: string | undefined;
  /** An element standing before the item among its siblings (a date row between messages). */
  readonly prev?: string | undefined;
  readonly take: Take;
  readonly attr?: string | undefined;
  readonly param?: string | undefined;
  readonly label?: readonly string[] | undefined;
  readonly ops?: readonly Op[] | undefined;
  readonly pick?: 'first' | 'last' | 'mostCommonBuyer' | undefined;
  readonly strength?: 'platform' | 'url' | 'row' | 'name' | undefined;
  readonly as?: 'buyer' | 'conversation' | 'order' | undefined;
  readonly frame?: 'top' | undefined;
  readonly overdue?: boolean | undefined;
}

/** How the open row of the list is told from the others. */
export interface Active {
  readonly class?: string | undefined;
  readonly 'class~'?: string | undefined;
  readonly aria?: 'selected' | 'current' | undefined;
  readonly descAria?: 'selected' | 'current' | undefined;
  readonly oddOneOut?: 'class' | 'background' | undefined;
}

/** A yes/no question about a row. */
export interface Test {
  readonly exists?: string | undefined;
  readonly class?: string | undefined;
  readonly textIncludes?: string | undefined;
  readonly attr?: string | undefined;
  readonly endsWith?: string | undefined;
}

export interface Group {
  readonly css: string;
  readonly textIncludes?: string | undefined;
  readonly state: 'waiting' | 'overdue';
}

export interface ListShape {
  readonly generic?: boolean | undefined;
  readonly root?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
  readonly active?: readonly Active[] | undefined;
  readonly key?: readonly Reader[] | undefined;
  readonly name?: readonly Reader[] | undefined;
  readonly preview?: readonly Reader[] | undefined;
  readonly time?: readonly Reader[] | undefined;
  readonly unread?: readonly Reader[] | undefined;
  readonly wait?: readonly Reader[] | undefined;
  readonly waitingIf?: readonly Test[] | undefined;
  readonly group?: readonly Group[] | undefined;
}

export interface Sides {
  readonly buyer?: readonly string[] | undefined;
  readonly seller?: readonly string[] | undefined;
  readonly system?: readonly string[] | undefined;
  readonly byName?: readonly Reader[] | undefined;
  readonly attrPrefix?:
    | { readonly attr: string; readonly buyer: string; readonly seller: string }
    | undefined;
  readonly attrEquals?:
    | { readonly attr: string; readonly buyer: readonly string[]; readonly seller: readonly string[] }
    | undefined;
  readonly geometry?: boolean | undefined;
}

export interface MessagesShape {
  readonly generic?: boolean | undefined;
  readonly root?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
  readonly id?: readonly Reader[] | undefined;
  readonly text?: readonly Reader[] | undefined;
  readonly time?: readonly Reader[] | undefined;
  readonly carryTime?: boolean | undefined;
  readonly side?: Sides | undefined;
}

export interface ComposerShape {
  readonly generic?: boolean | undefined;
  readonly box?: readonly string[] | undefined;
  /** Used to find the box only; never clicked. */
  readonly send?: readonly string[] | undefined;
}

/** A site of which only the address says something. */
export interface UrlIdentity {
  readonly name: string;
  readonly label?: { readonly zh: string; readonly en: string } | undefined;
  readonly matches: readonly string[];
  readonly matchesUnverified?: readonly string[] | undefined;
  readonly path?: readonly string[] | undefined;
  readonly key: Reader | null;
}

export interface Adapter {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly confidence?: string | undefined;
  readonly evidence?:
    | readonly {
        readonly seen?: string | undefined;
        readonly how?: string | undefined;
        readonly src?: string | undefined;
      }[]
    | undefined;
  readonly matches: readonly string[];
  /** Addresses taken from sister sites, not seen themselves. */
  readonly matchesUnverified?: readonly string[] | undefined;
  readonly userHost?: boolean | undefined;
  readonly when?: { readonly path?: readonly string[] | undefined } | undefined;
  readonly frame?: 'top' | 'any' | undefined;
  readonly visibleOnly?: boolean | undefined;
  readonly scope?: readonly { readonly css: string }[] | undefined;
  readonly timeZone?: string | undefined;
  readonly ready?: readonly string[] | undefined;
  readonly signedOut?: readonly string[] | undefined;
  readonly signedOutText?: readonly string[] | undefined;
  readonly emptyText?: readonly string[] | undefined;
  readonly identity?:
    | {
        readonly key?: readonly Reader[] | undefined;
        readonly name?: readonly Reader[] | undefined;
        readonly masked?: boolean | undefined;
        /** The seller pointed at another name than the one the page plainly shows: that one is not asked. */
        readonly overPlain?: boolean | undefined;
      }
    | undefined;
  readonly list?: ListShape | null | undefined;
  readonly messages?: MessagesShape | undefined;
  readonly composer?: ComposerShape | undefined;
  readonly order?: readonly Reader[] | undefined;
  readonly urlIdentity?: readonly UrlIdentity[] | undefined;
}
