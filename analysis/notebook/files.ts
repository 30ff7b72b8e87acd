import { pickLang } from '@shared/i18n';
import './style/notebook.css';
import ReviewWorker from '../worker/review.worker?worker&inline';
import { filesSource } from './files-source';
import { fileHome } from './freeze/file-home';
import { mountNotebook } from './mount';

// The page that needs no extension: one file, opened from the disk, with the worker inside it as a blob. Sheets
// are dropped on it, and the weeks it puts away are files again.
const root = document.getElementById('app');
if (root) {
  void mountNotebook(root, {
    source: filesSource({ newWorker: () => new ReviewWorker(), now: () => Date.now() }),
    home: fileHome(document, `Zhanggui ${import.meta.env.VITE_VERSION}`),
    lang: pickLang(navigator.language),
  });
}
