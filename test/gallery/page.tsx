import '@analysis/notebook/style/notebook.css';
import { embeddedReview } from '@analysis/notebook/embed';
import { setPaper, watchLook } from '@analysis/notebook/figures/look';
import { soon } from '@analysis/notebook/figures/queue';
import { render } from 'preact';
import { Gallery } from './Gallery';

const review = embeddedReview(document);
const root = document.getElementById('app');
if (root && review) {
  const lang = review.lang ?? 'en';
  document.documentElement.lang = lang;
  watchLook(window);
  if (location.hash === '#paper') setPaper(true);
  render(<Gallery review={review} lang={lang} />, root);
  // Behind the last figure in the line: every picture stands.
  setTimeout(() =>
    soon(() => {
      document.documentElement.dataset.ready = 'true';
    }),
  );
}
