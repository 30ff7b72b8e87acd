import { Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

function Box({ held }) {
  const [editorState, onChange] = useState(() => EditorState.createEmpty());
  held.state = editorState;
  return createElement(Editor, { editorState, onChange });
}

export function mount(holder) {
  const held = {};
  flushSync(() => createRoot(holder).render(createElement(Box, { held })));
  return {
    box: holder.querySelector('[contenteditable]'),
    text: () => held.state.getCurrentContent().getPlainText('\n'),
  };
}
