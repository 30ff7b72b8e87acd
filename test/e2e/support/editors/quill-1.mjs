import Quill from 'quill1/dist/quill.js';

export function mount(holder) {
  const quill = new Quill(holder, { modules: { toolbar: false } });
  return { box: quill.root, text: () => quill.getText() };
}
