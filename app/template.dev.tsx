import type { ReactNode } from 'react'
import { Live } from '@/components/studio/live.client'
import { faultyFiles } from '@/lib/studio/faulty'
import '@/components/studio/live.css'

/** Stands round every page while somebody edits, and only then: a published page has no trace of it. */
export default async function Template({ children }: { children: ReactNode }) {
  return (
    <>
      <Live faulty={await faultyFiles()} />
      {children}
    </>
  )
}
