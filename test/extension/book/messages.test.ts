import { editBuyer } from '@extension/book/actions/buyers';
import { beginDay } from '@extension/book/actions/day';
import {
  fillMessage,
  type MessageInput,
  prepareMessage,
  releaseMessage,
} from '@extension/book/actions/messages';
import { markSent } from '@extension/book/actions/sent';
import { saveSetting } from '@extension/book/actions/settings';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { messagesDue, messagesFor } from '@extension/book/reads/messages';
import { messagesNow } from '@shared/records/messages-due';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, refusal, type TestWorld, testWorld, wang } from './desk';

const TODAY = '2026-11-22';
let world: TestWorld;
let book: OpenBook;
beforeEach(async () => {
  world = testWorld();
  book = await freshBook(world);
});
afterEach(() => book.close());

function greeting(fields: Partial<MessageInput> = {}): MessageInput {
  return { text: '生日快乐！', dueOn: TODAY, reason: 'greeting', aboutId: 'date-1', ...fields };
}
const idOf = (action: { readonly changes: readonly { readonly table: string; readonly id: string }[] }) =>
  action.changes.find(({ table }) => table === 'messages')?.id ?? '';
const texts = async (day = TODAY) => (await messagesDue(book, day)).map(({ message }) => message.text);

describe('a prepared message', () => {
  it('stands ready from its day on, and not before', async () => {
    done(await prepareMessage(book, anna, greeting({ dueOn: '2026-11-25' })));
    expect(await texts()).toEqual([]);
    expect(await texts('2026-11-25')).toEqual(['生日快乐！']);
  });

  it('is not prepared twice for the same thing and day', async () => {
    done(await prepareMessage(book, anna, greeting()));
    done(await prepareMessage(book, anna, greeting({ text: '祝您生日快乐' })));
    expect(await texts()).toEqual(['生日快乐！']);
  });

  it('is filled, then seen as sent; each can be undone', async () => {
    const id = idOf(done(await prepareMessage(book, anna, greeting())));
    const filled = done(await fillMessage(book, id, '生日快乐！'));
    expect(await texts()).toEqual([]);
    expect(await book.db.messages.get(id)).toMatchObject({
      state: 'filled',
      filledAt: '2026-11-22T12:00:00.000Z',
    });
    const sent = done(await markSent(book, 'messages', [id]));
    expect(await book.db.messages.get(id)).toMatchObject({ state: 'sent' });
    done(await undo(book, sent.id));
    done(await undo(book, filled.id));
    expect(await texts()).toEqual(['生日快乐！']);
  });

  it('that was filled and never sent stands ready again on the next day', async () => {
    const id = idOf(done(await prepareMessage(book, anna, greeting())));
    done(await fillMessage(book, id, '生日快乐！'));
    await beginDay(book, TODAY);
    expect((await book.db.messages.get(id))?.state).toBe('filled');
    world.at('2026-11-23T02:00:00Z');
    await beginDay(book, '2026-11-23');
    expect(await texts('2026-11-23')).toEqual(['生日快乐！']);
  });

  it('that was let go stays away, and undo brings it back', async () => {
    const id = idOf(done(await prepareMessage(book, anna, greeting())));
    const released = done(await releaseMessage(book, id));
    expect(await texts()).toEqual([]);
    expect(refusal(await fillMessage(book, id, 'x'))).toBe('invalid');
    done(await undo(book, released.id));
    expect(await texts()).toHaveLength(1);
  });

  it('and the buyer it made known go together when undone', async () => {
    const action = done(await prepareMessage(book, anna, greeting()));
    done(await undo(book, action.id));
    expect((await book.db.buyers.toArray()).every(({ deleted }) => deleted)).toBe(true);
  });
});

describe('at most one a week per buyer (J5)', () => {
  it('the second proactive message waits, another buyer does not', async () => {
    done(await prepareMessage(book, anna, greeting({ dueOn: '2026-11-20' })));
    done(
      await prepareMessage(book, anna, greeting({ text: '面霜快用完了吧', reason: 'run-out', aboutId: 's' })),
    );
    done(await prepareMessage(book, wang, greeting({ text: '王小姐生日快乐' })));
    expect((await texts()).sort()).toEqual(['王小姐生日快乐', '生日快乐！']);
  });

  it('what was sent within seven days counts; after that the next may go', async () => {
    const id = idOf(done(await prepareMessage(book, anna, greeting())));
    done(await fillMessage(book, id, 'x'));
    done(await markSent(book, 'messages', [id]));
    done(await prepareMessage(book, anna, greeting({ dueOn: '2026-11-28', aboutId: 'date-2' })));
    expect(await texts('2026-11-28')).toEqual([]);
    expect(await texts('2026-11-29')).toHaveLength(1);
  });

  it('what is owed is never held back', async () => {
    const id = idOf(done(await prepareMessage(book, anna, greeting())));
    done(await fillMessage(book, id, 'x'));
    done(await markSent(book, 'messages', [id]));
    done(
      await prepareMessage(book, anna, greeting({ text: '到货了', reason: 'back-in-stock', aboutId: 'w' })),
    );
    expect(await texts()).toEqual(['到货了']);
  });

  it('the share is a setting; a buyer who wants no messages gets none unasked', async () => {
    const action = done(await prepareMessage(book, anna, greeting()));
    done(await prepareMessage(book, anna, greeting({ text: '第二条', aboutId: 'date-2' })));
    done(await saveSetting(book, 'messagesPerWeek', 2));
    expect(await texts()).toHaveLength(2);
    const buyerId = action.buyerId ?? '';
    done(await editBuyer(book, { buyerId }, { mayBeWritten: false }));
    expect(await texts()).toEqual([]);
    const buyer = (await book.db.buyers.get(buyerId))!;
    expect((await messagesFor(book, buyer, TODAY)).due).toEqual([]);
  });

  it('a greeting more than a week late is not offered any more, a delay notice is', () => {
    const late = { state: 'prepared', dueOn: '2026-11-10', sentAt: null, filledAt: null } as const;
    const now = messagesNow(
      [
        { ...late, reason: 'greeting' },
        { ...late, reason: 'delay' },
      ],
      TODAY,
      { timeZone: 'Asia/Shanghai' },
    );
    expect(now.map(({ reason }) => reason)).toEqual(['delay']);
  });
});
