import type { Ack } from '@extension/book/ack';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import type { Who } from '@extension/book/who';
import type { Followed } from '@extension/chat/follow-state';
import type { PanelCommand } from '@extension/messaging/commands';
import { notifyIfSites } from '@extension/messaging/news';
import type { FillRequest, FillResult } from '@extension/messaging/protocol';
import type { AnyKey } from '@extension/ui/more';
import { computed, signal } from '@preact/signals';
import { dayOf } from '@shared/calendar/day';
import type { Params, WordKey } from '@shared/i18n/shop';
import type { Prefill } from '../forms/prefill';
import { type BuyerSubject, conversationKey, subjectOf, subjectOfChat, type View } from './subject';

export type FormKind =
  | 'promise'
  | 'discount'
  | 'packing'
  | 'gift'
  | 'note'
  | 'complaint'
  | 'visit'
  | 'apology'
  | MoreFormKind;

/** Forms that are fetched when they are first opened. */
export type MoreFormKind =
  | 'lead'
  | 'date'
  | 'person'
  | 'guarantee'
  | 'referral'
  | 'stockWait'
  | 'supply'
  | 'wish'
  | 'product'
  | 'recipient'
  | 'claim';

/** Screens of the desk itself, fetched when they are first wanted. */
export type DeskScreen = 'closing' | 'recent' | 'memos' | 'teach';

/** A form belongs to the buyer shown when it was opened, whatever the chat does meanwhile (a write to the wrong buyer is the worst fault there is). */
export interface OpenForm {
  readonly kind: FormKind;
  readonly subject: BuyerSubject;
  readonly prefill: Prefill;
}

/** What the panel needs of the world outside the book; the entry point brings the real one. */
export interface ChatPort {
  readonly follow: (tabId: number | null, onSeen: (seen: Followed) => void) => () => void;
  readonly fill: (tabId: number, frameId: number, request: FillRequest) => Promise<FillResult>;
  /** Asks the browser for the permission; resolves false when it was refused. */
  readonly allow: (matches: readonly string[]) => Promise<boolean>;
  readonly copy: (text: string) => Promise<void>;
  /** Hears keys of the browser; a panel that is only drawn hears none. */
  readonly onCommand?: (handle: (command: PanelCommand, tabId: number) => boolean) => () => void;
}

export interface Line {
  readonly key: AnyKey;
  readonly params?: Params;
}

/** A short line over the panel's foot: what was done, or why it was not. */
export interface Toast extends Line {
  readonly undoes: string | null;
  readonly tone: 'done' | 'trouble';
  /** A copied text that may become a record: whether it was really sent (J2). Asked once. */
  readonly onSent?: (() => void) | undefined;
  /** A draft stands in the reply box: what to do with it. */
  readonly onDraft?: ((draft: 'append' | 'replace') => void) | undefined;
}

export interface SessionDeps {
  readonly book: OpenBook;
  readonly port: ChatPort;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly tabId: number | null;
  readonly all: boolean;
  /** A window of its own beside a chat program (J24). */
  readonly companion?: boolean;
  /** The buyer whose file is asked for from another page. */
  readonly buyerId?: string | null;
}

/** Whether the acts behind `More` stay in sight, on this computer. */
const MORE = 'more';
/** Whether the shop works beside a chat program, on this computer (J24). */
const COMPANION = 'companion';
const TOAST_MS = 8000;
/** A fault is not taken away while it is being read. */
const TROUBLE_MS = 20_000;

export type Session = ReturnType<typeof createSession>;

/** The panel's view state and the acts every part of it shares. The book itself is never copied in here. */
export function createSession(deps: SessionDeps) {
  const { book, port } = deps;
  const followed = signal<Followed | null>(null);
  const view = signal<View>({ kind: 'follow' });
  const chosen = signal<ReadonlyMap<string, Who>>(new Map());
  const form = signal<OpenForm | null>(null);
  const toast = signal<Toast | null>(null);
  const now = signal(book.world.now());
  const preparing = signal(false);
  const more = signal(deps.all || deps.storage.getItem(MORE) === 'yes');
  const companion = signal(deps.companion === true || deps.storage.getItem(COMPANION) === 'yes');
  /** What stands in the search box. */
  const find = signal('');
  const keysShown = signal(false);
  const menuShown = signal(false);
  const wordsShown = signal(false);
  const desk = signal<DeskScreen | null>(null);
  /** What was typed into the list of everything that can be done; `null` while it is closed. */
  const palette = signal<string | null>(null);
  /** What was typed since `/`; a quick hand is faster than the list, so its Enter is kept too. */
  const wordsTyped = signal({ text: '', enter: false });
  /** Where the seller was before a buyer was opened from a list. */
  let cameFrom: View = { kind: 'follow' };
  const today = computed(() => dayOf(now.value, book.world.timeZone));
  const chat = computed(() => followed.value?.state ?? null);
  const subject = computed(() => form.value?.subject ?? subjectOf(view.value, chat.value, chosen.value));
  const done: string[] = [];
  /** Something was typed into the open form: from then on it stays with its buyer. */
  let written = false;
  /** Messages that stood there when a text was filled: an old equal sentence is not the new one sent. */
  const seenBeforeFill = new Map<string, ReadonlySet<string>>();
  let toastTimer: ReturnType<typeof setTimeout> | undefined;

  function say(next: Toast | null): void {
    clearTimeout(toastTimer);
    toast.value = next;
    if (!next || next.onDraft || next.onSent) return;
    toastTimer = setTimeout(
      () => {
        if (toast.value === next) toast.value = null;
      },
      next.tone === 'done' ? TOAST_MS : TROUBLE_MS,
    );
  }

  function trouble(key: AnyKey, params: Params = {}): void {
    say({ key, params, undoes: null, tone: 'trouble' });
  }

  /** Waits for the book's answer and says it. The caller keeps its form open when it was no. */
  async function run(action: Promise<Ack>, line: Line): Promise<Ack> {
    const ack = await action;
    if (ack.ok) {
      done.push(ack.action.id);
      say({ ...line, undoes: ack.action.id, tone: 'done' });
    } else {
      trouble(`records.refused.${ack.reason}`, { detail: ack.detail });
    }
    return ack;
  }

  async function undoAction(actionId: string): Promise<void> {
    const ack = await undo(book, actionId);
    if (!ack.ok) {
      trouble(`records.refused.${ack.reason}`, { detail: ack.detail });
      return;
    }
    const index = done.lastIndexOf(actionId);
    if (index >= 0) done.splice(index, 1);
    notifyIfSites(ack.action.changes);
    say({ key: 'panel.done.undone', undoes: null, tone: 'done' });
  }

  async function undoLast(): Promise<void> {
    const last = done.at(-1);
    if (last !== undefined) await undoAction(last);
  }

  function onSeen(seen: Followed): void {
    const before = chat.value?.buyer;
    const after = seen.state.buyer;
    followed.value = seen;
    const switched = (before && conversationKey(before)) !== (after && conversationKey(after));
    if (!switched || !after) return;
    view.value = { kind: 'follow' };
    // The page drawn anew shows the same conversation again; its form stays.
    if (!written && form.value?.subject.conversation !== conversationKey(after)) form.value = null;
  }

  function openForm(kind: FormKind, prefill: Prefill): void {
    const shown = subject.value;
    if (shown.kind !== 'buyer') return;
    // What was said before must not lie over the form; Ctrl-Z takes it back once the form is left.
    say(null);
    written = prefill.quote !== '';
    form.value = { kind, subject: shown, prefill };
  }

  /** Opens a buyer's file from a list or the search. */
  function openBuyer(buyer: { readonly id: string; readonly name: string }): void {
    if (view.value.kind !== 'buyer') cameFrom = view.value;
    desk.value = null;
    view.value = { kind: 'buyer', buyerId: buyer.id, name: buyer.name };
  }

  function back(): void {
    if (view.value.kind === 'buyer') view.value = cameFrom;
  }

  /** Opens the words at hand, with nothing typed yet; open already, their field has the caret again. */
  function openWords(): void {
    if (!wordsShown.value) wordsTyped.value = { text: '', enter: false };
    wordsShown.value = true;
    document.getElementById('words')?.focus();
  }

  function openPalette(typed: string | null): void {
    palette.value = typed;
    if (typed !== null) wordsShown.value = false;
  }

  function toggleMore(): void {
    more.value = !more.value;
    deps.storage.setItem(MORE, more.value ? 'yes' : '');
  }

  function toggleCompanion(): void {
    companion.value = !companion.value;
    deps.storage.setItem(COMPANION, companion.value ? 'yes' : '');
    if (companion.value) view.value = { kind: 'follow' };
  }

  function formWritten(): void {
    written = true;
  }

  /** What the seller selected in the chat, when the buyer shown is the one the chat shows. */
  function selection(): string {
    const shown = subject.value;
    const open = chat.value?.buyer;
    const here = shown.kind === 'buyer' && open && conversationKey(open) === shown.conversation;
    return here ? (chat.value?.selection ?? '') : '';
  }

  /** The conversation the chat shows while a form is open for somebody else; null when they agree. */
  const switchedTo = computed(() => {
    const mine = form.value?.subject.conversation;
    const open = chat.value?.buyer;
    return mine && open && conversationKey(open) !== mine ? open : null;
  });

  async function copyInstead(text: string, why: WordKey, params: Params = {}): Promise<boolean> {
    try {
      await port.copy(text);
      trouble(why, params);
      return true;
    } catch {
      trouble('panel.fill.nothing');
      return false;
    }
  }

  /**
   * Puts a text into the reply box of the buyer shown; never sends. Where the box can't be filled the text is
   * on the clipboard instead. `after` runs when the words are on their way, with the line to say.
   */
  async function fill(
    text: string,
    after?: (line: Line) => Promise<void>,
    draft: FillRequest['draft'] = 'refuse',
  ): Promise<void> {
    const shown = subject.value;
    const seen = followed.value;
    const buyer = seen?.state.buyer;
    const open = buyer && shown.kind === 'buyer' ? subjectOfChat(seen.state, chosen.value) : null;
    const same =
      shown.kind === 'buyer' &&
      open?.kind === 'buyer' &&
      (shown.conversation === open.conversation || (await sameBuyer(shown, open)));
    if (!same && companion.value && !buyer) {
      const { copyForProgram } = await import('../companion/copy');
      await copyForProgram(api, text, after);
      return;
    }
    if (!same || !buyer || seen.tabId === null) {
      if (await copyInstead(text, 'panel.fill.otherChat')) await after?.({ key: 'panel.fill.otherChat' });
      return;
    }
    const result = await port.fill(seen.tabId, seen.frameId ?? 0, {
      text,
      buyerKey: buyer.key,
      lastMessageId: seen.state.messages.at(-1)?.id ?? null,
      draft,
    });
    if (result.ok) {
      seenBeforeFill.set(conversationKey(buyer), new Set(seen.state.messages.map(({ id }) => id)));
      const line: Line = { key: 'panel.fill.done' };
      if (after) await after(line);
      else say({ ...line, undoes: null, tone: 'done' });
      return;
    }
    if (result.reason === 'has-draft') {
      const onDraft = (choice: 'append' | 'replace') => void fill(text, after, choice);
      say({ key: 'chat.fill.has-draft', undoes: null, tone: 'trouble', onDraft });
      return;
    }
    const why = `chat.fill.${result.reason}` as const;
    // Somebody else's chat came in between: nothing may be recorded for a text that nobody is about to send.
    if (result.reason === 'changed') trouble(why);
    else if (await copyInstead(text, why)) await after?.({ key: why });
  }

  async function sameBuyer(a: BuyerSubject, b: BuyerSubject): Promise<boolean> {
    const [one, two] = await Promise.all([buyerIdOf(book, a.who), buyerIdOf(book, b.who)]);
    return one !== null && one === two;
  }

  const api = {
    ...deps,
    followed,
    chat,
    view,
    chosen,
    form,
    toast,
    now,
    today,
    subject,
    preparing,
    more,
    toggleMore,
    companion,
    toggleCompanion,
    find,
    keysShown,
    menuShown,
    wordsShown,
    desk,
    palette,
    openPalette,
    wordsTyped,
    openWords,
    openBuyer,
    back,
    switchedTo,
    seenBeforeFill,
    say,
    trouble,
    run,
    undoAction,
    undoLast,
    onSeen,
    openForm,
    formWritten,
    selection,
    fill,
    /** What the key F does; the screen that is shown sets it. */
    fillFirst: null as (() => void) | null,
    /** What the key M does: the first message prepared for this buyer. */
    fillPrepared: null as (() => void) | null,
    /** What the key Z does: the first promise is put off until tomorrow. */
    putOffFirst: null as (() => void) | null,
    /** What the key T does: tells the buyer that what was kept today is done. */
    tellFirst: null as (() => void) | null,
    /** What the key J does: the holding sentence for the complaint that has waited longest. */
    answerFirst: null as (() => void) | null,
    /** What the keys 1 2 3 do: satisfied, so-so, not (J6). */
    scoreVisit: null as ((overall: number) => void) | null,
  };
  return api;
}

async function buyerIdOf(book: OpenBook, who: Who): Promise<string | null> {
  if ('buyerId' in who) return who.buyerId;
  return (await findBuyer(book, who.account))?.id ?? null;
}
