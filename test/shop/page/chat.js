import { frame } from './frame.js';
import { startLife } from './life.js';
import { signIn } from './sign-in.js';
import { workplace } from './workplace.js';

const query = new URLSearchParams(location.search);
const scene = await (await fetch(`/shop.json${location.search}`)).json();
document.documentElement.lang = scene.lang === 'en' ? 'en' : 'zh-CN';

/** How fast the buyers live: 1 as in an evening, 0 not at all. */
const speed = Number(query.get('speed') ?? 1);
/** Seconds between two rebuildings of the list's container; 0 only on demand. */
const remountEvery = Number(query.get('remount') ?? (speed > 0 ? 45 : 0));
const { state, words, list, box, body, figures, showOpen } = workplace(scene, query.get('editor') === 'rich');

function setSignedIn(signedIn) {
  state.signedIn = signedIn;
  const office = () => frame(words, scene.shop, 'chat', [figures], body);
  document
    .getElementById('app')
    .replaceChildren(signedIn ? office() : signIn(words, () => setSignedIn(true)));
}

setSignedIn(true);
setInterval(list.tick, 1000);
if (remountEvery > 0) setInterval(list.remount, remountEvery * 1000);
startLife(state, speed);

/** Handles for browser tests: what they may do to the page without waiting for its buyers. */
window.shop = {
  buyers: () => state.inOrder().map(({ uid, name }) => ({ uid, name })),
  open: (uid) => state.choose(uid),
  close: () => state.choose(null),
  say: (uid, text) => state.hear(uid, text),
  reply: (text) => state.open !== null && state.say(state.open, text),
  draft: () => box.model(),
  sent: () => state.sent.map((one) => ({ ...one })),
  remountList: () => list.remount(),
  rerenderRows: () => list.refill(),
  remountChat: () => showOpen(),
  logout: () => setSignedIn(false),
  login: () => setSignedIn(true),
};
document.documentElement.dataset.ready = 'true';
