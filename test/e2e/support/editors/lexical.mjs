import { registerPlainText } from '@lexical/plain-text';
import { $getRoot, createEditor } from 'lexical';

export function mount(holder) {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  holder.append(box);
  const editor = createEditor({
    namespace: 'box',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(box);
  registerPlainText(editor);
  return { box, text: () => editor.getEditorState().read(() => $getRoot().getTextContent()) };
}
