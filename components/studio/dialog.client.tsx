'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from './words'

/** A window over the page; the browser keeps the focus in it and gives it back afterwards. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    element.current?.showModal()
  }, [])
  return (
    <dialog ref={element} aria-labelledby={id} onClose={onClose}>
      <div className="bar">
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={() => element.current?.close()}>
          {words.common.close}
        </button>
      </div>
      {children}
    </dialog>
  )
}

/** What went wrong, said at once. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="problem" role="alert">
      {children}
    </p>
  )
}
