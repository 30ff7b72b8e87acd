import { answered } from '@extension/book/journal/answered';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A request as a browser gives it, to be answered by hand. */
function aRequest() {
  const request = { result: null as unknown, error: null as unknown, onsuccess: () => {}, onerror: () => {} };
  return {
    request: request as unknown as IDBRequest<unknown>,
    answer: (result: unknown) => {
      request.result = result;
      request.onsuccess();
    },
    refuse: (error: Error) => {
      request.error = error;
      request.onerror();
    },
  };
}
const silence = () => new Promise<never>(() => undefined);

it('an answer and an error come through as they are', async () => {
  const [good, bad] = [aRequest(), aRequest()];
  const found = answered(good.request, silence, 1000);
  good.answer([1, 2]);
  expect(await found).toEqual([1, 2]);
  const failed = answered(bad.request, silence, 1000);
  bad.refuse(new Error('no'));
  await expect(failed).rejects.toThrow('no');
});

it('a request that is never answered is given up while others are answered', async () => {
  const failed = answered(aRequest().request, async () => 1, 1000);
  const said = expect(failed).rejects.toMatchObject({ name: 'UnknownError' });
  await vi.advanceTimersByTimeAsync(1100);
  await said;
});

it('a disk that answers nobody is waited for', async () => {
  const { request, answer } = aRequest();
  const found = answered(request, silence, 1000);
  await vi.advanceTimersByTimeAsync(60_000);
  answer('late');
  expect(await found).toBe('late');
});
