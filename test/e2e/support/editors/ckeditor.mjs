import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';

export async function mount(holder) {
  const plugins = [Essentials, Paragraph];
  const editor = await ClassicEditor.create({ attachTo: holder, licenseKey: 'GPL', plugins, toolbar: [] });
  const linesOf = (paragraph) =>
    [...paragraph.getChildren()].map((part) => (part.is('$text') ? part.data : '\n')).join('');
  return {
    box: editor.editing.view.getDomRoot(),
    text: () => [...editor.model.document.getRoot().getChildren()].map(linesOf).join('\n'),
  };
}
