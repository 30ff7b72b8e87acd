import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

export function mount(holder) {
  const state = EditorState.create({ schema, plugins: [keymap(baseKeymap)] });
  const view = new EditorView(holder, { state });
  const leaf = (node) => (node.type.name === 'hard_break' ? '\n' : '');
  const lines = ({ doc }) => doc.textBetween(0, doc.content.size, '\n', leaf);
  return { box: view.dom, text: () => lines(view.state) };
}
