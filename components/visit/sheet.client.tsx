'use client'

import type { ReactNode } from 'react'
import type { Words } from '@/lib/content'
import { type Form, partsOf } from '@/lib/visit'
import { Actions } from './actions'
import { Asks, Going, Leaning, Matters, Sure } from './form-parts'
import { Keeping } from './keeping'
import { OtherSheet } from './other-sheet'
import { Part } from './part'
import { ShowParts } from './show-parts'
import { useSheet } from './use-sheet'
import { WrittenSheet } from './written-sheet'

/** The visit sheet. It is a form that works on paper and without script; with script it is kept together, printed, copied and erased. */
export function Sheet({
  form,
  words,
  rows,
  safety,
}: {
  form: Form
  words: Words['visit']
  /** the rows of the comparison with what each way means, drawn on the server */
  rows: { id: string; title: string; cells: ReactNode }[]
  /** the signs not to wait for a visit, drawn on the server */
  safety: ReactNode
}) {
  const sheet = useSheet(form, words)
  const ready = sheet.answers !== undefined
  const parts = partsOf(sheet.answers ?? {}, form, words)
  const manyAsked = (parts.find(({ id }) => id === 'ask')?.lines.length ?? 0) > 7
  const titles = [
    words.goingPart,
    words.mattersPart,
    words.leanPart,
    words.askPart,
    words.safetyPart,
    words.sheetPart,
  ]
  const part = (number: number) => ({ number, titles, words, ready })
  return (
    <div className={parts.length > 0 ? 'visit filled' : 'visit'}>
      <p className="said" role="status">
        {sheet.said}
      </p>
      <p className="private">
        <b>{words.private}</b> {sheet.keeps ? words.privateKept : words.privateNothing}
      </p>
      {sheet.offer && <OtherSheet offer={sheet.offer} form={form} words={words} choose={sheet.choose} />}
      <ShowParts titles={titles} words={words} />
      {/* “dialog” outside of a dialog: pressing Enter sends nothing, with script or without */}
      <form ref={sheet.page} method="dialog" autoComplete="off" onInput={sheet.changed}>
        <Part {...part(1)} note={words.goingNote}>
          <Going words={words} />
        </Part>
        <Part {...part(2)} note={words.mattersNote}>
          <Matters form={form} rows={rows} words={words} />
        </Part>
        <Part {...part(3)} note={words.leanNote}>
          <Leaning form={form} words={words} />
          <Sure words={words} />
        </Part>
        <Part {...part(4)} note={words.askNote}>
          <Asks form={form} words={words} />
        </Part>
      </form>
      <Part {...part(5)}>{safety}</Part>
      <Part
        {...part(6)}
        note={!ready ? words.noScript : parts.length === 0 ? words.empty : manyAsked ? words.long : undefined}
      >
        <WrittenSheet parts={parts} words={words} />
        {sheet.answers && <Actions answers={sheet.answers} parts={parts} words={words} say={sheet.say} />}
        {ready && <Keeping keeps={sheet.keeps} setKeep={sheet.setKeep} erase={sheet.erase} words={words} />}
      </Part>
    </div>
  )
}
