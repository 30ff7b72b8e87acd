import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

function Box({ held }) {
  const [value, setValue] = useState('');
  const [, setTurn] = useState(0);
  held.value = value;
  held.draw = () => setTurn((turn) => turn + 1);
  return createElement('textarea', { value, onChange: (event) => setValue(event.target.value) });
}

/** A controlled textarea: what React did not hear of is gone at the next drawing. */
export function mount(holder) {
  const held = { value: '', draw: () => undefined };
  flushSync(() => createRoot(holder).render(createElement(Box, { held })));
  const box = holder.querySelector('textarea');
  return {
    box,
    text: () => {
      flushSync(held.draw);
      return box.value === held.value ? held.value : `drawn ${box.value}, held ${held.value}`;
    },
  };
}
