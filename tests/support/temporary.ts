import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives all tests one folder for what they write for a moment, and takes it away when they have ended. */
export default function temporary(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'treatment-options-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
