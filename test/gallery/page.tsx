import '@analysis/notebook/style/notebook.css';
import { embeddedReview } from '@analysis/notebook/embed';
import { setPaper, watchLook } from '@analysis/notebook/figures/look';
import { render } from 'preact';
import { Gallery } from './Gallery';

const review = embeddedReview(document);
const root = document.getElementById('app');
if (root && review) {
  const lang = review.lang ?? 'en';
  document.documentElement.lang = lang;
  watchLook(window);
  if (location.hash === '#paper') setPaper(true);
  const ready = () => {
    document.documentElement.dataset.ready = 'true';
  };
  render(<Gallery review={review} lang={lang} onDrawn={ready} />, root);
}
