import { pickLang } from '@shared/i18n';
import './style/notebook.css';
import { embeddedReview } from './embed';
import { embeddedSource } from './embedded-source';
import { mountNotebook } from './mount';

// The letter speaks the language it was written in, unless the address asks for another.
const asked = new URLSearchParams(location.search).get('lang');
const written = embeddedReview(document)?.lang ?? null;
const root = document.getElementById('app');
if (root) {
  void mountNotebook(root, {
    source: embeddedSource(document),
    lang: pickLang(asked ?? written ?? navigator.language),
  });
}
