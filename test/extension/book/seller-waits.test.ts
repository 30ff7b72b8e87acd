import { addNote } from '@extension/book/actions/notes';
import { live } from '@extension/book/live';
import { onSellerWaits, saveOver, sellerCalm, sellerWaits } from '@extension/book/seller-waits';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { until } from '../../setup/until';
import { anna, done, freshBook } from './desk';

afterEach(() => {
  vi.useRealTimers();
});

describe('what can wait', () => {
  it('goes on at once when nobody saves', () => {
    expect(saveOver()).toBeNull();
  });

  it('waits for every save under way, and until whoever saved has had the answer', async () => {
    vi.useFakeTimers();
    const first = sellerWaits();
    const second = sellerWaits();
    let over = false;
    void saveOver()!.then(() => {
      over = true;
    });
    first();
    await vi.advanceTimersByTimeAsync(20);
    expect(over).toBe(false);
    second();
    await Promise.resolve();
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toBe(true);
    expect(saveOver()).toBeNull();
  });

  it('is shown after a while even if the disk never answers', async () => {
    vi.useFakeTimers();
    const answered = sellerWaits();
    let over = false;
    void saveOver()!.then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(200);
    expect(over).toBe(true);
    answered();
    await vi.advanceTimersByTimeAsync(1);
  });

  it('rests while saves follow each other, but not for ever', async () => {
    vi.useFakeTimers();
    sellerWaits()();
    let calm = false;
    void sellerCalm().then(() => {
      calm = true;
    });
    for (let save = 0; save < 10; save++) {
      await vi.advanceTimersByTimeAsync(200);
      expect(calm).toBe(false);
      sellerWaits()();
    }
    await vi.advanceTimersByTimeAsync(400);
    expect(calm).toBe(true);
    const stuck = sellerWaits();
    const waiting = sellerCalm();
    await vi.advanceTimersByTimeAsync(6_000);
    await waiting;
    stuck();
    await vi.advanceTimersByTimeAsync(1);
  });
});

describe('a save of this page', () => {
  it('is announced before it reads, and screens are asked again after its answer', async () => {
    const book = await freshBook();
    done(await addNote(book, anna, 'one'));
    const order: string[] = [];
    const notes = live(async () => {
      order.push('asked');
      return (await book.db.notes.toArray()).length;
    });
    await until(() => expect(notes.value.value).toBe(1));
    await until(() => expect(saveOver()).toBeNull());
    order.length = 0;
    const off = onSellerWaits(() => order.push('begun'));
    done(await addNote(book, anna, 'two'));
    order.push('answered');
    off();
    await until(() => expect(notes.value.value).toBe(2));
    expect(order.slice(0, 3)).toEqual(['begun', 'answered', 'asked']);
    notes.stop();
    book.close();
  });
});
