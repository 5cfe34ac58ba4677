'use client'

import { type FormEvent, useEffect, useState } from 'react'
import type { Changed } from '@/lib/studio/versions'
import { call } from './call'
import { Dialog, Problem, Step } from './dialog.client'
import { Difference } from './difference'
import { words } from './words'

type Changes = { kept?: string | undefined; files?: Changed[] | undefined }

function useChanges(path: string): { changes: Changes | undefined; problem: string } {
  const [changes, setChanges] = useState<Changes>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    call('changes', { path }).then(setChanges, (fault: Error) => setProblem(fault.message))
  }, [path])
  return { changes, problem }
}

/** What differs from the version kept last, word by word, and the way back to it. */
export function ChangedDialog({
  path,
  text,
  onUndo,
  onClose,
}: {
  path: string
  text: string
  onUndo: (kept: string) => void
  onClose: () => void
}) {
  const { changes, problem } = useChanges(path)
  const kept = changes?.kept
  return (
    <Dialog title={words.versions.title} onClose={onClose}>
      {problem && <Problem>{problem}</Problem>}
      {!changes && !problem && <p role="status">{words.common.working}</p>}
      {changes && !changes.files && <p>{words.versions.noGit}</p>}
      {changes?.files && kept === undefined && <p>{words.versions.none}</p>}
      {kept === text && <p>{words.versions.same}</p>}
      {kept !== undefined && kept !== text && (
        <>
          <p>{words.versions.lead}</p>
          <Difference before={kept} after={text} />
          <button type="button" onClick={() => onUndo(kept)}>
            {words.versions.undo}
          </button>
        </>
      )}
    </Dialog>
  )
}

const nameKey = 'studio-name'

/** Keeps a version, with a name and a sentence. */
export function KeepDialog({
  path,
  onKept,
  onClose,
}: {
  path: string
  onKept: () => void
  onClose: () => void
}) {
  const { changes, problem } = useChanges(path)
  const [refused, setRefused] = useState('')
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(form.get('name'))
    localStorage.setItem(nameKey, name)
    try {
      await call('keep', { paths: form.getAll('path'), name, sentence: form.get('sentence') })
      onKept()
    } catch (fault) {
      setRefused((fault as Error).message)
    }
  }
  const files = changes?.files
  return (
    <Dialog title={words.versions.keepTitle} onClose={onClose}>
      {problem && <Problem>{problem}</Problem>}
      {!changes && !problem && <p role="status">{words.common.working}</p>}
      {changes && !files && <p>{words.versions.noGit}</p>}
      {files?.length === 0 && <p>{words.versions.same}</p>}
      {files && files.length > 0 && (
        <Step>
          <form onSubmit={keep}>
            <p>{words.versions.keepLead}</p>
            <label>
              {words.versions.name}
              <input
                name="name"
                required
                maxLength={80}
                autoComplete="name"
                defaultValue={localStorage.getItem(nameKey) ?? ''}
              />
            </label>
            <label>
              {words.versions.sentence}
              <input name="sentence" required maxLength={300} />
            </label>
            <fieldset>
              <legend>{words.versions.files}</legend>
              {files.map((file) => (
                <label key={file.path} className="tick">
                  <input type="checkbox" name="path" value={file.path} defaultChecked />
                  {file.path} ({words.versions.what[file.what]})
                </label>
              ))}
            </fieldset>
            {refused && <Problem>{refused}</Problem>}
            <button type="submit" className="strong">
              {words.versions.do}
            </button>
          </form>
        </Step>
      )}
    </Dialog>
  )
}
