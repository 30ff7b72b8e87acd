import * as ckeditor from './ckeditor.mjs';
import * as draft from './draft.mjs';
import * as lexical from './lexical.mjs';
import * as prosemirror from './prosemirror.mjs';
import * as quill from './quill.mjs';
import * as quill1 from './quill-1.mjs';
import * as react from './react.mjs';
import * as slate from './slate.mjs';
import * as vue from './vue.mjs';

/** By the names they are known by. */
export const EDITORS = {
  'React textarea': react,
  'Vue textarea': vue,
  'Quill 1': quill1,
  'Quill 2': quill,
  ProseMirror: prosemirror,
  Lexical: lexical,
  'Draft.js': draft,
  Slate: slate,
  'CKEditor 5': ckeditor,
};
