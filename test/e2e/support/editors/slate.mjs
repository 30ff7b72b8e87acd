import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export function mount(holder) {
  const editor = withHistory(withReact(createEditor()));
  const initialValue = [{ type: 'paragraph', children: [{ text: '' }] }];
  flushSync(() =>
    createRoot(holder).render(createElement(Slate, { editor, initialValue }, createElement(Editable))),
  );
  return {
    box: holder.querySelector('[contenteditable]'),
    text: () => editor.children.map((block) => Node.string(block)).join('\n'),
  };
}
