'use client'

import type { Version } from '@/lib/studio/files'
import { Dialog } from './dialog.client'
import { Difference } from './difference'
import { words } from './words'

type Props = {
  mine: string
  theirs: Version | null
  onMine: () => void
  onTheirs: () => void
  onClose: () => void
}

/** Two versions of one file, both whole, and the choice between them. */
export function ConflictDialog({ mine, theirs, onMine, onTheirs, onClose }: Props) {
  return (
    <Dialog title={words.conflict.title} onClose={onClose}>
      <p>{theirs ? words.conflict.lead : words.conflict.gone}</p>
      <Difference before={theirs?.text ?? ''} after={mine} />
      <div className="bar">
        <button type="button" onClick={onMine}>
          {words.conflict.mine}
        </button>
        {theirs && (
          <button type="button" onClick={onTheirs}>
            {words.conflict.theirs}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {words.conflict.edit}
        </button>
      </div>
    </Dialog>
  )
}
