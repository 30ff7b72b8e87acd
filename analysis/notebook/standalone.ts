import { pickLang } from '@shared/i18n';
import './style/notebook.css';
import { embeddedReview } from './embed';
import { embeddedSource } from './embedded-source';
import { mountNotebook } from './mount';

// The letter speaks the language it was written in: its verdicts are sentences, not codes.
const written = embeddedReview(document)?.lang;
const root = document.getElementById('app');
if (root) {
  void mountNotebook(root, {
    source: embeddedSource(document),
    lang: written ?? pickLang(navigator.language),
  });
}
