'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Finding } from '@/lib/content'
import { studio } from '@/lib/studio/addresses'
import type { Saved, Version } from '@/lib/studio/files'
import { firstLineOfWords } from '@/lib/studio/raw-text'
import type { Shelves } from '@/lib/studio/shelves'
import { fill } from '@/lib/words'
import { call } from './call'
import { completionsFrom } from './completions'
import { ConflictDialog } from './conflict.client'
import { DetailsForm } from './details-form.client'
import { Problem } from './dialog.client'
import { Findings, isNewPlace } from './findings.client'
import { InsertDialog } from './insert.client'
import { dropDraft, keepDraft, keptDraft } from './kept-draft'
import { MovesDialog } from './moves.client'
import type { Said } from './preview-bridge.client'
import { isSaveKey } from './save-key'
import { openSource, type SourcePane } from './source-pane'
import { useCheck } from './use-check'
import { ChangedDialog, KeepDialog } from './versions.client'
import { words } from './words'

type Props = {
  path: string
  title: string
  kind: 'article' | 'comparison' | 'list'
  /** the page that readers see */
  address: string | undefined
  /** what the preview shows */
  preview: string
  /** the content folder as findings name it */
  root: string
  today: string
  /** the file as it is on the disk, unless it is gone */
  version: Version | null
  line: number
}

type View = 'text' | 'details' | 'page' | 'findings'
type DialogName = 'insert' | 'changed' | 'keep' | 'moves'

/** The desk at which one text is edited: the text, what is wrong with it, and the page it makes. */
export function Desk({ path, title, kind, address, preview, root, today, version, line }: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const pane = useRef<SourcePane>(undefined)
  const shelves = useRef<Shelves>(undefined)
  const drafted = useRef(false)
  /** versions that were saved from this desk: news of them may come late and is no news */
  const own = useRef(new Set<string>())
  const [text, setText] = useState(version?.text ?? '')
  /** what the text was made from */
  const [base, setBase] = useState(version ?? { text: '', hash: '' })
  const [known, setKnown] = useState<Shelves>()
  const [view, setView] = useState<View>('text')
  const [dialog, setDialog] = useState<DialogName>()
  const [conflict, setConflict] = useState<Saved>()
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const [restored, setRestored] = useState('')
  const { checked, findingsOf } = useCheck(path, text, pane, setProblem)
  const isArticle = kind !== 'list'
  const unsaved = text !== base.text
  const foreign = version ? version.hash !== base.hash && !own.current.has(version.hash) : base.hash !== ''

  const tell = useCallback(
    (message: Said) => frame.current?.contentWindow?.postMessage(message, location.origin),
    [],
  )

  // the text must be on the screen, and no window over it, before it can have the focus
  const showText = useCallback(
    () =>
      flushSync(() => {
        setDialog(undefined)
        setView('text')
      }),
    [],
  )

  const save = useCallback(
    async (over: Pick<Version, 'hash'> | null = base) => {
      const source = pane.current
      if (!source) return
      leaveField()
      setProblem('')
      setSaid(words.desk.saving)
      try {
        const typed = source.text()
        const withIds = withHeadingIds(typed, await findingsOf(typed))
        if (withIds !== typed && source.text() === typed) source.replace(withIds)
        const text = source.text()
        const result = await call('save', { path, text, from: over?.hash ?? null })
        if ('saved' in result) {
          own.current.add(result.saved.hash)
          setBase(result.saved)
          setConflict(undefined)
          setRestored('')
          setSaid(text === typed ? words.desk.saved : words.desk.idsWritten)
          return true
        }
        setSaid('')
        setConflict(result)
      } catch (fault) {
        setSaid('')
        setProblem((fault as Error).message)
      }
    },
    [base, findingsOf, path],
  )
  // keys are listened to once, and must meet the save of today
  const latestSave = useRef(save)
  latestSave.current = save

  // the text pane is opened once, with what was not saved last time
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the file is taken in below
  useEffect(() => {
    if (!parent.current) return
    const source = openSource({
      parent: parent.current,
      text: version?.text ?? '',
      label: fill(words.desk.source, { title }),
      kind: isArticle ? 'article' : 'list',
      line: line > 1 ? line : firstLineOfWords(version?.text ?? ''),
      completions: completionsFrom(() => shelves.current),
      onChange: () => setText(source.text()),
      onLine: (line) => tell({ studio: 'show', line }),
      onPaste: () => setSaid(words.desk.pasted),
    })
    pane.current = source
    const draft = keptDraft(path)
    if (draft?.text === version?.text) dropDraft(path)
    else if (draft) {
      source.replace(draft.text)
      setBase({ text: version?.text ?? '', hash: draft.from })
      setRestored(new Date(draft.at).toLocaleString())
    }
    if (line > 1) source.goTo(line)
    call('shelves', {}).then(
      (all) => {
        shelves.current = all
        setKnown(all)
      },
      (fault: Error) => setProblem(fault.message),
    )
    return source.close
  }, [path])

  useEffect(() => {
    if (unsaved) keepDraft(path, { text, from: base.hash, at: new Date().toISOString() })
    // a draft of last time is dropped only once it has been on the desk
    else if (drafted.current) dropDraft(path)
    drafted.current ||= unsaved
  }, [path, text, unsaved, base.hash])

  // another program has saved the file: an untouched text follows, a touched one waits for the person
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version matters
  useEffect(() => {
    if (!version || !foreign || unsaved || !pane.current) return
    pane.current.replace(version.text)
    setBase(version)
    setSaid(words.desk.reloaded)
  }, [version?.hash])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new drawing is shown
  useEffect(() => tell({ studio: 'draw' }), [tell, checked?.drawing])

  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<Said>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return
      // what was drawn while the page was still on its way may have been missed
      if (data.studio === 'ready') tell({ studio: 'draw' })
      if (data.studio === 'save') void latestSave.current()
      if (data.studio !== 'clicked') return
      showText()
      pane.current?.goTo(data.line)
    }
    const key = (event: KeyboardEvent) => {
      if (!isSaveKey(event)) return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) void latestSave.current()
    }
    addEventListener('message', hear)
    addEventListener('keydown', key)
    return () => {
      removeEventListener('message', hear)
      removeEventListener('keydown', key)
    }
  }, [showText, tell])

  const replace = (text: string, message = '') => {
    pane.current?.replace(text)
    setSaid(message)
    setDialog(undefined)
  }
  const go = ({ line, column }: Finding) => {
    showText()
    pane.current?.goTo(line, column)
  }
  const fix = async (finding: Finding) => {
    const source = pane.current
    if (!source) return
    if (isNewPlace(finding)) {
      if (await save()) await call('record', {})
      return
    }
    const { rule, message, line } = finding
    const before = source.text()
    // the text may have changed since the finding; its place must be that of now
    const found = (await findingsOf(before)).filter((now) => now.rule === rule && now.message === message)
    const { edit } = found.find((now) => now.line === line) ?? found[0] ?? {}
    if (!edit || source.text() !== before) return
    source.replace(before.slice(0, edit.start) + edit.text + before.slice(edit.end))
  }
  const views: View[] = isArticle ? ['text', 'details', 'page', 'findings'] : ['text', 'page', 'findings']
  return (
    <main id="main" className="studio desk" data-view={view}>
      <header className="bar">
        <a href={studio.list}>{words.desk.back}</a>
        <h1>{title}</h1>
        <button type="button" className="strong" onClick={() => void save()} aria-keyshortcuts="Control+S">
          {words.desk.save}
        </button>
        <span role="status">
          {unsaved && [words.desk.saved, words.desk.idsWritten, ''].includes(said)
            ? words.desk.unsaved
            : said}
        </span>
      </header>
      <div className="bar">
        {(['undo', 'redo', 'find'] as const).map((name) => (
          <button key={name} type="button" onClick={() => pane.current?.[name]()}>
            {words.desk[name]}
          </button>
        ))}
        {isArticle && (
          <button type="button" onClick={() => setDialog('insert')} disabled={!known}>
            {words.desk.insert}
          </button>
        )}
        <button type="button" onClick={() => setDialog('changed')}>
          {words.desk.changed}
        </button>
        <button type="button" onClick={() => save().then((done) => done && setDialog('keep'))}>
          {words.desk.keep}
        </button>
        {kind === 'article' && (
          <button
            type="button"
            onClick={() => (unsaved ? setProblem(words.moves.unsaved) : setDialog('moves'))}
            disabled={!known}
          >
            {words.desk.more}
          </button>
        )}
        {address && (
          <a href={address} target="_blank" rel="noreferrer">
            {words.desk.openPage}
          </a>
        )}
      </div>
      {problem && <Problem>{problem}</Problem>}
      {restored && (
        <p className="notice" role="status">
          {fill(words.desk.restored, { when: restored })}{' '}
          <button
            type="button"
            onClick={() => {
              setBase(version ?? base)
              setRestored('')
              replace(version?.text ?? '')
            }}
          >
            {words.desk.throwAway}
          </button>
        </p>
      )}
      {foreign && (unsaved || !version) && (
        <p className="notice" role="status">
          {version ? words.desk.otherChanged : words.conflict.gone}{' '}
          <button type="button" onClick={() => setConflict({ conflict: version })}>
            {words.desk.compare}
          </button>
        </p>
      )}
      <fieldset className="views">
        <legend className="vh">{words.desk.views}</legend>
        {views.map((name) => (
          <label key={name} data-shows={name}>
            <input type="radio" name="view" checked={view === name} onChange={() => setView(name)} />{' '}
            {words.desk[name]}
          </label>
        ))}
      </fieldset>
      <div className="panes">
        <div className="source" ref={parent} />
        {isArticle && (
          <div className="form">
            <DetailsForm
              text={text}
              today={today}
              people={known?.people ?? []}
              comparison={kind === 'comparison'}
              onText={(text) => pane.current?.replace(text)}
            />
          </div>
        )}
        <Findings
          checked={checked}
          root={root}
          onGo={go}
          onFix={(finding) => fix(finding).catch((fault: Error) => setProblem(fault.message))}
        />
        <section className="preview" aria-label={words.desk.preview}>
          {isArticle && checked?.preview === 'last good' && <p className="notice">{words.desk.lastGood}</p>}
          {isArticle && checked?.preview === 'none' && <p className="notice">{words.desk.noPreview}</p>}
          {!isArticle && <p className="notice">{words.desk.afterSaving}</p>}
          <iframe ref={frame} src={preview} title={words.desk.preview} />
        </section>
      </div>
      {dialog === 'insert' && known && (
        <InsertDialog
          shelves={known}
          selection={pane.current?.selection() ?? ''}
          onInsert={(text, block) => {
            showText()
            pane.current?.insert(text, block)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'changed' && (
        <ChangedDialog
          path={path}
          text={text}
          onUndo={(kept) => replace(kept, words.versions.undone)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'keep' && (
        <KeepDialog
          path={path}
          onKept={() => {
            setDialog(undefined)
            setSaid(words.versions.kept)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'moves' && known && (
        <MovesDialog
          path={path}
          address={address ?? ''}
          places={known.places}
          onMoved={() => dropDraft(path)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {conflict && 'conflict' in conflict && (
        <ConflictDialog
          mine={text}
          theirs={conflict.conflict}
          onMine={() => void save(conflict.conflict)}
          onTheirs={() => {
            if (conflict.conflict) {
              setBase(conflict.conflict)
              replace(conflict.conflict.text, words.conflict.took)
            }
            setConflict(undefined)
          }}
          onClose={() => setConflict(undefined)}
        />
      )}
    </main>
  )
}

/** A field of the details is written when it is left. */
function leaveField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || !field.closest('.details')) return
  field.blur()
  field.focus()
}

/** The text with an address for each heading that has none; staff never have to write one. */
function withHeadingIds(text: string, findings: Finding[]): string {
  const edits = findings.flatMap(({ rule, edit }) => (rule === 'heading-id-missing' && edit ? [edit] : []))
  // from the end, so that the places of the edits before stay right
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text)
}
