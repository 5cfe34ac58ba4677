'use client'

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { words } from './words'

/** A window over the page; the browser keeps the focus in it and gives it back when the window goes, however that happens. */
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
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  // development opens each window twice; the news that the first one was closed must not close the second
  const closed = () => {
    if (element.current && !element.current.open) onClose()
  }
  return (
    <dialog ref={element} aria-labelledby={id} onClose={closed}>
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

/** One step of what is done in a window: it begins at its first field. */
export function Step({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [])
  return <div ref={element}>{children}</div>
}

/** What went wrong, said at once. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="problem" role="alert">
      {children}
    </p>
  )
}
