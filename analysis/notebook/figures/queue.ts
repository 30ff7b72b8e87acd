/**
 * Work on the page's thread, one piece per task: a page that draws ten figures at once does not answer for as
 * long. Timers, not frames: a page in the background gets no frames, and is to be complete when looked at.
 */
const waiting: (() => void)[] = [];
let running = false;

/** Puts a piece of work at the end of the line; the function returned takes it out again. */
export function soon(work: () => void): () => void {
  waiting.push(work);
  if (!running) next();
  return () => {
    const place = waiting.indexOf(work);
    if (place >= 0) waiting.splice(place, 1);
  };
}

function next(): void {
  running = true;
  setTimeout(() => {
    waiting.shift()?.();
    if (waiting.length > 0) next();
    else running = false;
  });
}
