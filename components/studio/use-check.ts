'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Finding } from '@/lib/content'
import type { Checked } from '@/lib/studio/drafts'
import { call } from './call'
import { contentChanged } from './live.client'
import type { SourcePane } from './source-pane'

/** A moment without typing after which the text is checked. */
const pause = 250

/** What there is to say about a text: asked for after each pause in typing, and again when another file has changed. */
export function useCheck(
  path: string,
  text: string,
  pane: RefObject<SourcePane | undefined>,
  onProblem: (problem: string) => void,
): { checked: Checked | undefined; findingsOf: (text: string) => Promise<Finding[]> } {
  const [checked, setChecked] = useState<Checked>()
  const latest = useRef('')
  const done = useRef<{ text: string; checked: Checked }>(undefined)
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const check = useCallback(
    async (text: string) => {
      latest.current = text
      // one at a time; what was only on its way to the text of now is never asked for
      const mine = turn.current.then(() =>
        latest.current === text ? call('check', { path, text }) : undefined,
      )
      turn.current = mine.catch(() => {})
      const result = await mine
      if (!result || latest.current !== text) return undefined
      done.current = { text, checked: result }
      setChecked(result)
      pane.current?.show(result.findings)
      return result
    },
    [path, pane],
  )

  useEffect(() => {
    const timer = setTimeout(
      () =>
        check(text).then(
          () => onProblem(''),
          (fault: Error) => onProblem(fault.message),
        ),
      pause,
    )
    return () => clearTimeout(timer)
  }, [check, onProblem, text])

  useEffect(() => {
    const again = () => void check(pane.current?.text() ?? '').catch(() => {})
    addEventListener(contentChanged, again)
    return () => removeEventListener(contentChanged, again)
  }, [check, pane])

  const findingsOf = useCallback(
    async (text: string) => {
      const known = done.current?.text === text ? done.current.checked : await check(text)
      return known?.findings ?? []
    },
    [check],
  )
  return { checked, findingsOf }
}
