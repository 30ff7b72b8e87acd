import { newId } from '@shared/records/id';
import type { Refusal } from '../ack';
import { type Deed, erasesSomebody, type Limit, type Outcome } from '../deed';
import { type Examined, UNEXAMINED } from '../examined';
import { isFull, isOfDisk, isOfFiles, refusalOf } from '../failure';
import { bookName, storedGeneration } from '../generations';
import { BOOK_VERSION } from '../migrations';
import { onSellerWaits } from '../seller-waits';
import { type Pen, replayEntry, sentinelOf, tooLate, writeDeed } from '../write';
import { cleanerOf } from './cleaner';
import type { JournalFacts, Turned } from './desk';
import { type BookFacts, diagnose } from './diagnose';
import { erasuresMissing } from './erasures-beside';
import { examineBook, sentinelIn } from './examine';
import type { Writer } from './guard';
import type { Kept } from './kept';
import { endsTheBrowser, markedLook } from './marked-look';
import { type Mode, moved, NoJournal, noJournal, refused } from './mode';
import { checkIsDue, MANY, noteChecked } from './news';
import type { RemoteDesk } from './protocol';
import { factsOfBook, rebuildFrom } from './rebuild';
import { hasItsShape } from './shape';
import { OUT_OF_STEP } from './shelf';
import { teller } from './teller';
import { unretire } from './unretire';
import { whenIdle } from './when-idle';

/** Two calls within so many milliseconds are of one save. */
const TWICE = 10;
/** After a start that failed for want of room, the next try waits so long, in milliseconds. */
const TRY_AGAIN = 1000;
/** After so many saves in a row that the stored book did not take, it is given back from the journal. */
const MANY_REFUSALS = 5;

/**
 * The page that writes: compares the three places before anything is written, puts right what has to be, then
 * writes one deed after the other.
 */
export function keepBook(kept: Kept): Writer {
  const { db, world, generation } = kept;
  const owner = teller(kept);
  let desk: RemoteDesk | null = null;
  let closed = false;
  let looking = false;
  /** All of the stored book is being read: what is damaged is met then, if anywhere. */
  let reading = false;
  /** Saves in a row that the stored book did not take. */
  let refusals = 0;
  /** This page has kept a journal: what it could not write into any more is a fault of the disk, and passes. */
  let journaled = false;
  let long = false;
  /** When something was saved last, in milliseconds since the epoch. */
  let saved = 0;
  let watched: IDBDatabase | null = null;
  const cleaner = cleanerOf(kept, { alone: queued, desk: () => desk, closed: () => closed });
  const unlisten = onSellerWaits(standBack);
  let mode: Promise<Mode> = start();
  let queue: Promise<unknown> = mode;
  /** The browser itself closes a stored book that it finds damaged, and may set up an empty one in its place. */
  function watchClosing(): void {
    const stored = db.backendDB();
    if (stored === watched) return;
    watched = stored;
    stored.addEventListener('close', lookAgain);
  }

  function lookAgain(): void {
    if (closed || desk === null) return;
    // Closed while it was read through, and it opens again: the damage is where a start does not read.
    const damaged = reading;
    void queued(() => {
      mode = start(damaged);
      return mode;
    });
  }

  async function start(damaged = false): Promise<Mode> {
    desk?.close();
    try {
      const found = await look(damaged);
      journaled ||= found.kind === 'journal';
      return found;
    } catch (error) {
      desk?.close();
      desk = null;
      if (!(error instanceof NoJournal)) return refused(error);
      const full = isOfDisk(error.cause) && !isOfFiles(error.cause);
      // On a full disk the database is left alone as well: it is the first to break there.
      return full || journaled ? refused(error.cause) : plain(refusalOf(error.cause));
    }
  }

  /** No place for a journal: the strict database is what there is, and the owner knows. */
  async function plain(why: Refusal): Promise<Mode> {
    console.warn(`The journal can't be kept: ${why.detail}`);
    await owner.tell({ kind: 'one-place', n: 0 });
    const { epoch } = await sentinelOf(db);
    return { kind: 'plain', epoch: epoch ?? generation };
  }

  async function look(damaged: boolean): Promise<Mode> {
    await unretire(kept).catch(() => undefined);
    if ((await storedGeneration()) !== generation) {
      // Rebuilt or restored while this page stood in line.
      kept.onMoved();
      return { kind: 'moved' };
    }
    let unread: unknown;
    const unreadable = (error: unknown) => {
      unread = error;
      return null;
    };
    const [book] = await Promise.all([
      factsOfBook(db, generation).catch(unreadable),
      kept.freshLog?.().catch(() => undefined),
    ]);
    // The browser had closed it and has no room to open it again, or none to say what is in it: that passes.
    if (isOfDisk(unread) && !(db.isOpen() && isOfFiles(unread))) throw unread;
    if (!db.isOpen()) return { kind: 'moved' };
    watchClosing();
    desk = kept.desk();
    const journal = await desk.open(book?.sentinel.seq ?? null).catch(noJournal);
    if (!book) {
      // It opens, and can't be read.
      if (journal?.whole) return rebuild(desk, journal);
      throw new NoJournal(new Error('the stored book can not be read, and the journal is not whole'));
    }
    const told = diagnose(book, journal);
    const harmed = damaged || !hasItsShape(db) || (await endsTheBrowser(kept));
    const verdict = harmed && told !== 'begin' && journal?.whole ? 'rebuild' : told;
    const epoch = Math.max(book.sentinel.epoch ?? generation, journal?.epoch ?? 0);
    await owner.tellLost(epoch, Math.max(book.sentinel.seq, journal?.head.seq ?? 0));
    if (verdict === 'rebuild' && journal) return rebuild(desk, journal);
    if (verdict === 'replay' && journal && !(await replay(desk, book, journal)))
      return rebuild(desk, journal);
    const upgraded = journal !== null && journal.shape < BOOK_VERSION;
    const turned = verdict === 'begin' || upgraded ? await begin(desk, book) : null;
    // Entries of the new shape must not stand on a snapshot of the old one, not for a moment.
    if (turned && upgraded) await desk.seed(turned, bookName(generation));
    void tend(desk, upgraded ? null : turned, book.records).catch(() => undefined);
    const now = await sentinelOf(db);
    owner.noteBound(now.epoch ?? epoch);
    return { kind: 'journal', pen: penOf(desk), epoch: now.epoch ?? book.sentinel.epoch ?? generation };
  }

  function penOf(here: RemoteDesk): Pen {
    return {
      append: async (entry) => {
        const appended = await here.append(entry);
        long = appended.long;
        return appended;
      },
      takeBack: (seq) => here.takeBack(seq),
    };
  }

  /** The journal goes on from the stored book. */
  async function begin(here: RemoteDesk, { sentinel, records }: BookFacts): Promise<Turned | null> {
    const { seq, crc, stamp, sum } = await sentinelOf(db);
    const epoch = sentinel.epoch ?? generation;
    const base = { seq, crc, stamp, sum };
    const fromEmpty = seq === 0 && records === 0;
    const beginning = { epoch, seat: kept.seat, shape: BOOK_VERSION, base, fromEmpty };
    const number = await here.begin(beginning).catch(noJournal);
    return fromEmpty ? null : { number, head: base };
  }

  /** What can wait until the page stands: a snapshot, adding up, dropping what is no longer needed. */
  async function tend(here: RemoteDesk, unseeded: Turned | null, records: number): Promise<void> {
    await mode;
    if (unseeded) await here.seed(unseeded, bookName(generation));
    await here.dropOlderBooks();
    // A crash came between an erasure and its end, or a rebuilt or restored book has to be looked through.
    await eraseAgain().catch(() => undefined);
    await cleaner.clean(null);
    if (!(await checkIsDue(kept.small, records))) return;
    const over = () => closed || desk !== here;
    await whenIdle({ isLarge: records > MANY, saved: () => saved, over }, () => check(here));
  }

  async function addUp(here: RemoteDesk) {
    reading = true;
    try {
      return await markedLook(kept, () => here.addUp(bookName(generation)));
    } catch (error) {
      if (closed || desk !== here) throw error;
      // Firefox reports what it can't make out of a stored record as an error of the worker that asked for it.
      return 'broken';
    } finally {
      reading = false;
    }
  }

  /**
   * Adds up what the records are and compares it with what they should be.
   *
   * @returns `false` when somebody saved meanwhile
   */
  async function check(here: RemoteDesk): Promise<boolean> {
    const before = cleaner.cleanings();
    const found = await addUp(here);
    if (!found) {
      saved = Date.now();
      return false;
    }
    const current = await queued(async () => {
      const sentinel = await sentinelIn(db);
      if (closed || desk !== here || sentinel === 'closed' || cleaner.cleanings() !== before) return false;
      const broken = found === 'broken' || sentinel === null;
      if (!broken && sentinel.seq !== found.seq) return false;
      if (!broken && sentinel.sum === null) {
        await db.transaction('rw', db.marks, () => db.marks.put({ ...sentinel, sum: found.sum }));
      } else if (broken || sentinel.sum !== found.sum) {
        // A record is not what was written, and no error said so.
        const journal = await here.open(sentinel?.seq ?? null);
        if (journal?.whole && journal.head.seq >= (sentinel?.seq ?? 0))
          mode = rebuiltOrRefused(here, journal);
        await mode;
      }
      return true;
    });
    if (current) await noteChecked(kept.small, Date.now());
    return current;
  }

  /**
   * The journal took it and the stored book did not. So often in a row, and its files are damaged where they are
   * written, whatever can still be read of them: the journal has everything, and gives the book back.
   */
  function refusedOnceMore(): void {
    lookThrough();
    refusals += 1;
    const here = desk;
    if (refusals % MANY_REFUSALS !== 0 || !here) return;
    void queued(async () => {
      if (closed || desk !== here || (await mode).kind !== 'journal') return;
      const journal = await here.open(null);
      if (journal?.whole) mode = rebuiltOrRefused(here, journal);
      await mode;
    }).catch(() => undefined);
  }

  /** A full disk, or a part of the stored book that can't be read any more: a save that meets it says the same. */
  function lookThrough(): void {
    if (looking || !desk) return;
    looking = true;
    void check(desk)
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  }

  /** Somebody begins to save, here or through this page. */
  function standBack(): void {
    const before = saved;
    saved = Date.now();
    // A save of this page is heard of twice, as it begins and as it is written.
    if (saved - before >= TWICE) void desk?.hush().catch(() => undefined);
  }

  /** An older book has taken the place of the one that knew: what was erased on this computer is erased from it too. */
  async function eraseAgain(): Promise<void> {
    const plan = await erasuresMissing(kept.small, await db.erasures.toArray());
    if (!plan) return;
    const deed: Deed = { id: newId(world), name: 'erase-buyer', seat: kept.seat, plan, seen: null };
    const limit = { until: Number.POSITIVE_INFINITY, signal: new AbortController().signal };
    await queued(() => write(deed, limit));
  }

  async function replay(here: RemoteDesk, book: BookFacts, journal: JournalFacts): Promise<boolean> {
    const entries = await here.entriesAfter(book.sentinel.seq);
    if (!entries) return false;
    for (const [index, entry] of entries.entries()) {
      if (!(await replayEntry(db, entry, journal.epoch))) return false;
      if (index > 0) kept.onRebuilding(index);
    }
    // One is what a kill leaves between the two places; nobody was told it was kept, and nobody need be.
    if (entries.length > 1) await owner.tell({ kind: 'rebuilt', n: entries.length });
    return true;
  }

  async function rebuild(here: RemoteDesk, journal: JournalFacts): Promise<Mode> {
    const rebuilt = await rebuildFrom(here, journal, generation, kept.onRebuilding);
    await owner.tell({ kind: rebuilt.part ? 'part' : 'rebuilt', n: rebuilt.records });
    here.close();
    desk = null;
    kept.onMoved();
    return { kind: 'moved' };
  }

  /** One that fails changes nothing: saves are refused, and the next one has everything looked at anew. */
  function rebuiltOrRefused(here: RemoteDesk, journal: JournalFacts): Promise<Mode> {
    return rebuild(here, journal).catch(refused);
  }

  function queued<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function write(deed: Deed, limit: Limit): Promise<Outcome> {
    if (closed) return moved();
    if (limit.signal.aborted) return tooLate();
    standBack();
    const now = await mode;
    if (now.kind === 'moved') return moved();
    if (now.kind === 'refused') {
      if (Date.now() - now.since < TRY_AGAIN) return now.why;
      mode = start();
      const next = await mode;
      return next.kind === 'refused' ? next.why : write(deed, limit);
    }
    const pen = now.kind === 'journal' ? now.pen : null;
    try {
      const outcome = await writeDeed({ db, world, epoch: now.epoch, pen }, deed, limit);
      if (outcome !== 'overtaken' && outcome.ok) {
        refusals = 0;
        void after(now.epoch);
        // Whoever saved was told that it is not: the browser was putting it on the disk at that very moment.
        if (limit.signal.aborted && Date.now() >= limit.until) await owner.tell({ kind: 'after-all', n: 1 });
      }
      if (erasesSomebody(deed)) void cleaner.clean(deed.plan.buyerId === null ? null : [deed.plan.buyerId]);
      return outcome;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === OUT_OF_STEP)) {
        if (isOfDisk(error) && !isFull(error)) refusedOnceMore();
        return refusalOf(error);
      }
      // Stored book and journal are not where they were left: both are looked at before anything else.
      mode = start();
      await mode;
      return 'overtaken';
    }
  }

  /** What a save leaves to be done, after it was answered. */
  async function after(epoch: number): Promise<void> {
    owner.noteBound(epoch);
    if (!long || !desk) return;
    long = false;
    const here = desk;
    const turned = await queued(() => here.turnOver(false));
    if (turned) await here.tidy(turned as Turned);
  }

  /** Looks through the book and its journal, and puts right what can be put right when that is wanted. */
  async function examine(repair: boolean): Promise<Examined> {
    await mode;
    const here = desk;
    if (!here || closed) return UNEXAMINED;
    return examineBook(
      db,
      here,
      () => addUp(here),
      queued,
      async (found, journal) => {
        if (!repair || closed) return false;
        if (found.book === 'damaged' && journal?.whole) {
          mode = rebuiltOrRefused(here, journal);
          return (await mode).kind === 'moved';
        }
        if (found.book === 'damaged' || found.journal === 'whole') return false;
        const turned = await begin(here, await factsOfBook(db, generation));
        return turned !== null && here.seed(turned, bookName(generation));
      },
    );
  }

  return {
    write: (deed, limit) => queued(() => write(deed, limit)),
    examine,
    close: () => {
      closed = true;
      unlisten();
      owner.close();
      desk?.close();
      desk = null;
    },
  };
}
