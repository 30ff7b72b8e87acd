import { asked } from './asked';

/** So long a request may go without an answer before it is asked whether others get one, in milliseconds. */
const SILENT = 20_000;

/**
 * The answer to a request for stored records, where there will be one. Firefox says nothing at all when it can't make
 * out what it has read: no answer, no error, for ever. While it answers others, such a request is given up; a disk
 * that answers nobody is only slow.
 *
 * @param others asks for something else in the same database
 * @throws {DOMException} `UnknownError`, as other browsers say of records they can't make out
 */
export async function answered<T>(
  request: IDBRequest<T>,
  others: () => Promise<unknown>,
  silent = SILENT,
): Promise<T> {
  const answer = asked(request);
  for (;;) {
    if (await cameIn(answer, silent)) return answer;
    const alive = await cameIn(others(), silent);
    // It may have come by now, after all.
    if (alive && !(await cameIn(answer, silent / 10)))
      throw new DOMException('what is stored there can not be made out', 'UnknownError');
  }
}

/** Whether something has come to an end, one way or the other, within so many milliseconds. */
function cameIn(coming: Promise<unknown>, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    const came = () => {
      clearTimeout(timer);
      resolve(true);
    };
    coming.then(came, came);
  });
}
