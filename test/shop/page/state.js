/**
 * What the page knows. One object, one way to tell that it changed: the views read it, nothing else holds state.
 *
 * @typedef {{ id: string, from: 'buyer' | 'seller' | 'notice', at: number, text?: string, order?: any, good?: any }} Message
 * @typedef {{ uid: string, name: string, tags: string[], region: string, since: string | null, unread: number,
 *   waitingSince: number | null, messages: Message[], next: string[], after: string[], orders: any[], draft: string,
 *   answered: boolean }} Conversation
 */

/** Seconds after which a waiting buyer is overdue; the platform's rule. */
export const OVERDUE = 180;

/** @param {any} scene */
export function createState(scene) {
  const opened = Date.now();
  /** @type {Map<string, Conversation>} */
  const conversations = new Map();
  for (const one of scene.conversations) {
    conversations.set(one.uid, {
      ...one,
      waitingSince: one.waits === null ? null : opened - one.waits * 1000,
      messages: one.messages.map((message) => ({
        ...message,
        at: message.at ?? opened - message.ago * 1000,
      })),
      next: [...one.next],
      after: [...one.after],
      draft: '',
      answered: false,
    });
  }
  /** @type {Set<(what: string, uid: string | null) => void>} */
  const listeners = new Set();
  const tell = (what, uid = null) => {
    for (const listener of listeners) listener(what, uid);
  };
  let serial = 0;

  const state = {
    scene,
    conversations,
    /** @type {string | null} */
    open: null,
    filter: 'all',
    search: '',
    tab: 'orders',
    signedIn: true,
    /** Seconds each buyer answered on this page had waited. */
    paces: /** @type {number[]} */ ([]),
    /** Everything the seller sent, in order. */
    sent: /** @type {{ uid: string, text: string }[]} */ ([]),
    /** @param {(what: string, uid: string | null) => void} listener */
    listen: (listener) => listeners.add(listener),
    tell,

    /** Longest waiting first, then the newest conversation. */
    inOrder() {
      const all = [...conversations.values()];
      const last = (one) => one.messages.at(-1)?.at ?? 0;
      return all.sort((a, b) => {
        if ((a.waitingSince === null) !== (b.waitingSince === null)) return a.waitingSince === null ? 1 : -1;
        if (a.waitingSince !== null && b.waitingSince !== null) return a.waitingSince - b.waitingSince;
        return last(b) - last(a);
      });
    },

    /** @param {string | null} uid */
    choose(uid) {
      if (uid !== null && !conversations.has(uid)) return false;
      tell('leaving', state.open);
      state.open = uid;
      const one = uid === null ? null : conversations.get(uid);
      if (one) one.unread = 0;
      tell('open', uid);
      return true;
    },

    /** A buyer writes. */
    hear(uid, text) {
      const one = conversations.get(uid);
      if (!one) return false;
      one.messages.push({ id: `m${++serial}`, from: 'buyer', at: Date.now(), text });
      one.waitingSince ??= Date.now();
      if (state.open !== uid) one.unread += 1;
      tell('message', uid);
      return true;
    },

    /** The seller sends. */
    say(uid, text) {
      const one = conversations.get(uid);
      const words = text.trim();
      if (!one || words === '') return false;
      one.messages.push({ id: `m${++serial}`, from: 'seller', at: Date.now(), text: words });
      if (one.waitingSince !== null) state.paces.push((Date.now() - one.waitingSince) / 1000);
      one.waitingSince = null;
      one.unread = 0;
      one.answered = true;
      state.sent.push({ uid, text: words });
      tell('message', uid);
      return true;
    },
  };
  return state;
}
