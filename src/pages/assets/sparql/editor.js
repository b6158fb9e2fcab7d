// @ts-check
import { registerCompleters } from './completion.js';

/**
 * Puts the editor in the place of the form's text field, which stays what the form sends; who is writing there goes on
 * writing, at the same place.
 * @param {HTMLTextAreaElement} field
 * @param {any} Yasqe
 * @param {{ texts: Record<string, string>, prefixes: Record<string, string>, terms: () => Promise<any>, number: (count: number) => string, onRun: () => void, onChange: () => void }} desk
 */
export function openEditor(field, Yasqe, desk) {
  const place = document.createElement('div');
  place.className = 'editor';
  field.after(place);
  const isWriting = document.activeElement === field;
  field.hidden = true;
  const completers = registerCompleters(Yasqe, desk);
  const yasqe = new Yasqe(place, {
    value: field.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: 'auto',
    // The server's reading is shown instead, in the reader's language and for what the data do not have too.
    syntaxErrorCheck: false,
    autocompleters: completers.names,
    screenReaderLabel: desk.texts.question,
    extraKeys: {
      'Ctrl-Enter': desk.onRun,
      'Cmd-Enter': desk.onRun,
      'Ctrl-Space': () => completers.explicitly(() => yasqe.autocomplete()),
      'Ctrl-S': false,
      // The keyboard can leave the editor as it came.
      Tab: false,
      'Shift-Tab': false,
    },
  });
  yasqe.showNotification = () => {};
  const document_ = yasqe.getDoc();
  if (isWriting) {
    document_.setCursor(document_.posFromIndex(field.selectionEnd));
    yasqe.focus();
  }
  yasqe.on('change', () => {
    field.value = yasqe.getValue();
    desk.onChange();
  });
  let marks = [];
  return {
    text: () => yasqe.getValue(),
    setText: (text) => yasqe.setValue(text),
    isSelect: () => yasqe.getQueryType() === 'SELECT',
    /** Shows where advice belongs. */
    mark(advice) {
      for (const mark of marks) mark.clear();
      yasqe.clearGutter('gutterErrorBar');
      marks = advice.map(({ line, column, length, severity, message }) => {
        const from = { line: line - 1, ch: column - 1 };
        const to = document_.posFromIndex(document_.indexFromPos(from) + Math.max(1, length));
        yasqe.setGutterMarker(from.line, 'gutterErrorBar', gutterMark(severity));
        return document_.markText(from, to, {
          className: `advice-${severity}`,
          attributes: { title: message },
        });
      });
    },
    goTo({ line, column, length = 0 }) {
      const from = { line: line - 1, ch: column - 1 };
      const to = document_.posFromIndex(document_.indexFromPos(from) + length);
      document_.setSelection(from, to);
      yasqe.scrollIntoView({ from, to }, 60);
      yasqe.focus();
    },
    replace({ line, column, length }, text) {
      const from = { line: line - 1, ch: column - 1 };
      const to = document_.posFromIndex(document_.indexFromPos(from) + length);
      document_.replaceRange(text, from, to);
      yasqe.focus();
    },
    focus: () => yasqe.focus(),
  };
}

function gutterMark(severity) {
  const mark = document.createElement('span');
  mark.className = `gutter-${severity}`;
  mark.setAttribute('aria-hidden', 'true');
  mark.textContent = '●';
  return mark;
}
