import Quill from 'quill';

export function mount(holder) {
  const quill = new Quill(holder, { modules: { toolbar: false } });
  return { box: quill.root, text: () => quill.getText() };
}
