import { autocompletion, type CompletionSource, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { EditorSelection, EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Finding } from '@/lib/content'
import { isFormatted, markdownFrom } from '@/lib/studio/paste'
import { difference, type Form, fileText, formOf, shownText } from '@/lib/studio/raw-text'
import { words } from './words'

/** The pane in which a text is written. All texts go in and out as they stand in the file, letter by letter. */
export type SourcePane = {
  text: () => string
  /** changes the text where it differs, as one step that can be undone */
  replace: (text: string) => void
  /** the words that are marked */
  selection: () => string
  /** puts words in place of the marked ones; a block gets its own lines */
  insert: (words: string, block: boolean) => void
  goTo: (line: number, column?: number) => void
  show: (findings: Finding[]) => void
  undo: () => void
  redo: () => void
  find: () => void
  close: () => void
}

type Settings = {
  parent: HTMLElement
  text: string
  label: string
  kind: 'article' | 'list'
  /** the first line that is seen */
  line: number
  completions: CompletionSource
  onChange: () => void
  onLine: (line: number) => void
  onPaste: () => void
}

/** Opens a text for writing. */
export function openSource({
  parent,
  text,
  label,
  kind,
  line: firstLine,
  completions,
  onChange,
  onLine,
  onPaste,
}: Settings): SourcePane {
  const form: Form = formOf(text)
  let line = firstLine
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: shownText(text, form),
      extensions: [
        kind === 'article' ? yamlFrontmatter({ content: markdown() }) : yaml(),
        syntaxHighlighting(colours),
        // a line feed alone, or what the program takes for a line end: a text with both keeps its carriage returns as signs
        form.lineEnd === 'mixed' ? EditorState.lineSeparator.of('\n') : [],
        [
          lineNumbers(),
          highlightActiveLine(),
          highlightSpecialChars(),
          drawSelection(),
          highlightSelectionMatches(),
          lintGutter(),
        ],
        EditorState.phrases.of(words.find),
        [history(), search({ top: true }), autocompletion({ override: [completions] })],
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          // said once more for those who look for what can be focused
          tabindex: '0',
          spellcheck: 'true',
          autocorrect: 'off',
          autocapitalize: 'off',
        }),
        keymap.of([...completionKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange()
          const now = update.state.doc.lineAt(update.state.selection.main.head).number
          if (now !== line) onLine(now)
          line = now
        }),
        EditorView.domEventHandlers({
          paste(event, pane) {
            const html = event.clipboardData?.getData('text/html') ?? ''
            if (kind !== 'article' || !html || !isFormatted(html)) return false
            event.preventDefault()
            pane.dispatch(pane.state.replaceSelection(markdownFrom(html)), {
              userEvent: 'input.paste',
              scrollIntoView: true,
            })
            onPaste()
            return true
          },
        }),
      ],
    }),
  })
  const shown = () => view.state.sliceDoc()
  const putCursor = (line: number, column: number, y: 'start' | 'center') => {
    const there = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines))
    const at = Math.min(there.from + column - 1, there.to)
    view.dispatch({
      selection: EditorSelection.cursor(at),
      effects: EditorView.scrollIntoView(at, { y }),
    })
  }
  putCursor(firstLine, 1, 'start')
  return {
    text: () => fileText(shown(), form),
    replace(text) {
      // a text from elsewhere may have other line ends; those of this file stay
      const after = shownText(text, formOf(text))
      view.dispatch({ changes: difference(shown(), after), userEvent: 'input' })
    },
    selection: () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to),
    insert(words, block) {
      const { from, to } = view.state.selection.main
      const end = view.state.doc.lineAt(to)
      const before = end.text.trim()
        ? '\n\n'
        : view.state.doc.line(Math.max(1, end.number - 1)).text.trim()
          ? '\n'
          : ''
      const next = end.number < view.state.doc.lines ? view.state.doc.line(end.number + 1).text.trim() : ''
      const change = block
        ? { from: end.to, to: end.to, insert: `${before}${words}\n${next ? '\n' : ''}` }
        : { from, to, insert: words }
      view.dispatch({
        changes: change,
        selection: { anchor: change.from + change.insert.length },
        scrollIntoView: true,
        userEvent: 'input',
      })
      view.focus()
    },
    goTo(line, column = 1) {
      putCursor(line, column, 'center')
      view.focus()
    },
    show(findings) {
      const { doc } = view.state
      const diagnostics = findings
        .filter((finding) => finding.line <= doc.lines)
        .map((finding) => {
          const there = doc.line(finding.line)
          const from = Math.min(there.from + finding.column - 1, there.to)
          const word = /^\S+/.exec(doc.sliceString(from, there.to))?.[0].length ?? 1
          const to = Math.min(from + word, there.to)
          return {
            from,
            to,
            severity: finding.severity === 'fix' ? ('error' as const) : ('info' as const),
            message: `${finding.message} ${finding.fix}`,
          }
        })
        .sort((a, b) => a.from - b.from)
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    undo: () => undo(view),
    redo: () => redo(view),
    find: () => openSearchPanel(view),
    close: () => view.destroy(),
  }
}

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '760' },
  { tag: tags.strong, fontWeight: '760' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], textDecoration: 'underline' },
  {
    tag: [
      tags.tagName,
      tags.angleBracket,
      tags.attributeName,
      tags.propertyName,
      tags.definition(tags.propertyName),
    ],
    color: 'var(--color-visited)',
  },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--color-soft)' },
])
