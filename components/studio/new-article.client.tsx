'use client'

import { type FormEvent, useState } from 'react'
import { editPage } from '@/lib/studio/addresses'
import { call } from './call'
import { Dialog, Problem, Step } from './dialog.client'
import { words } from './words'

/** Makes a new article from a template and opens it. */
export function NewArticle({ groups }: { groups: readonly string[] }) {
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState('')
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { title, group } = Object.fromEntries(new FormData(event.currentTarget))
    try {
      const { path } = await call('create', { title, group })
      location.assign(editPage(path))
    } catch (fault) {
      setProblem((fault as Error).message)
    }
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {words.create.open}
      </button>
      {open && (
        <Dialog title={words.create.open} onClose={() => setOpen(false)}>
          <Step>
            <form onSubmit={make}>
              <label>
                {words.create.title} <input name="title" required maxLength={100} />
              </label>
              <label>
                {words.create.group}{' '}
                <select name="group">
                  {groups.map((group) => (
                    <option key={group} value={group}>
                      {words.create.groups[group] ?? group}
                    </option>
                  ))}
                </select>
              </label>
              {problem && <Problem>{problem}</Problem>}
              <button type="submit" className="strong">
                {words.create.do}
              </button>
            </form>
          </Step>
        </Dialog>
      )}
    </>
  )
}
