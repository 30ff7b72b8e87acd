/**
 * The buyers' own life: they write when they like, and answer when answered. Seeded, so that a page opened twice
 * goes the same way.
 *
 * @param {ReturnType<typeof import('./state.js').createState>} state
 * @param {number} speed 1 as in an evening, 0 not at all
 */
export function startLife(state, speed) {
  if (speed <= 0) return;
  const random = seeded(state.scene.seed);
  const wait = (low, high) => ((low + random() * (high - low)) * 1000) / speed;
  const busy = state.scene.scenario === 'busy';

  /** One of those with something left to say, preferably somebody who waits. */
  function speak() {
    const all = [...state.conversations.values()].filter((one) => one.next.length > 0 && !one.answered);
    const waiting = all.filter((one) => one.waitingSince !== null);
    const from = waiting.length > 0 && random() < 0.8 ? waiting : all;
    const one = from[Math.floor(random() * from.length)];
    if (one && state.signedIn) state.hear(one.uid, one.next.shift());
    setTimeout(speak, busy ? wait(9, 20) : wait(25, 60));
  }
  setTimeout(speak, busy ? wait(6, 12) : wait(15, 30));

  state.listen((what, uid) => {
    const one = uid === null ? null : state.conversations.get(uid);
    if (what !== 'message' || one?.messages.at(-1)?.from !== 'seller') return;
    const answer = one.after.shift();
    if (answer) setTimeout(() => state.hear(uid, answer), wait(4, 10));
  });
}

/** @param {string} seed */
function seeded(seed) {
  let a = 2166136261;
  for (const character of seed) a = Math.imul(a ^ character.charCodeAt(0), 16777619);
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
