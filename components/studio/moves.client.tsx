'use client'

import { type FormEvent, useState } from 'react'
import { editPage, studio } from '@/lib/studio/addresses'
import type { Shelves } from '@/lib/studio/shelves'
import { call } from './call'
import { Dialog, Problem } from './dialog.client'
import { words } from './words'

/** Gives an article another address, or takes it away, and keeps the promise that its old address still leads somewhere. */
export function MovesDialog({
  path,
  address,
  places,
  onMoved,
  onClose,
}: {
  path: string
  address: string
  places: Shelves['places']
  /** the text at this path is no more */
  onMoved: () => void
  onClose: () => void
}) {
  const [problem, setProblem] = useState('')
  const [to, setTo] = useState('')
  const doing =
    (action: (form: Record<string, string>) => Promise<string>) =>
    async (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      const form = Object.fromEntries(
        [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
      )
      try {
        const next = await action(form)
        onMoved()
        location.assign(next)
      } catch (fault) {
        setProblem((fault as Error).message)
      }
    }
  const rename = doing(async ({ name = '' }) => editPage((await call('rename', { path, name })).path))
  const remove = doing(async ({ reason }) => {
    await call('remove', { path, farewell: to ? { to } : { reason } })
    return studio.list
  })
  return (
    <Dialog title={words.moves.title} onClose={onClose}>
      {problem && <Problem>{problem}</Problem>}
      <form onSubmit={rename}>
        <fieldset>
          <legend>{words.moves.rename}</legend>
          <p>{words.moves.renameLead}</p>
          <label>
            {words.moves.address}
            <input name="name" required defaultValue={address.slice(1, -1)} />
          </label>
          <button type="submit">{words.moves.doRename}</button>
        </fieldset>
      </form>
      <form onSubmit={remove}>
        <fieldset>
          <legend>{words.moves.remove}</legend>
          <p>{words.moves.removeLead}</p>
          <label>
            {words.moves.to}
            <select value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">{words.moves.nowhere}</option>
              {places
                .filter((place) => place.to.endsWith('/') && place.to !== address)
                .map((place) => (
                  <option key={place.to} value={place.to}>
                    {place.title}
                  </option>
                ))}
            </select>
          </label>
          {!to && (
            <label>
              {words.moves.reason}
              <input name="reason" required maxLength={300} />
            </label>
          )}
          <button type="submit">{words.moves.doRemove}</button>
        </fieldset>
      </form>
    </Dialog>
  )
}
