import type { ReactNode } from 'react'

/** A page with a title, a lead and whatever follows. */
export function Plain({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className="lists">
      <header className="opening flow">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <div className="text">{children}</div>
    </main>
  )
}
