import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFolder } from '../../lib/publish/folder'
import { folderWith } from '../support/finished-site'

const isRoot = process.getuid?.() === 0

/** A place with room for less than a finished site: a small disk, or a folder in which nothing can be written. */
function fullPlace(): { place: string; leave: () => void } {
  const place = folderWith({})
  if (isRoot) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', place])
  mkdirSync(join(place, 'out'))
  writeFileSync(join(place, 'out/index.html'), 'old')
  if (!isRoot) chmodSync(place, 0o500)
  return { place, leave: () => (isRoot ? execFileSync('umount', [place]) : chmodSync(place, 0o700)) }
}

test('a site that finds no room leaves the old one whole, and nothing half written beside it', async () => {
  const { place, leave } = fullPlace()
  try {
    const finished = folderWith({ 'index.html': 'new', 'large.bin': 'x'.repeat(1_000_000) })
    await expect(replaceFolder(finished, join(place, 'out'))).rejects.toThrow(/ENOSPC|EACCES/)
    expect(readFileSync(join(place, 'out/index.html'), 'utf8')).toBe('old')
    expect(existsSync(join(place, '.out.new'))).toBe(false)
  } finally {
    leave()
  }
})

test('a site that is finished on another disk is brought over', async () => {
  const { place, leave } = fullPlace()
  try {
    const move = replaceFolder(folderWith({ 'index.html': 'new' }), join(place, 'out'))
    if (isRoot) await move
    else await expect(move).rejects.toThrow(/EACCES/)
    expect(readFileSync(join(place, 'out/index.html'), 'utf8')).toBe(isRoot ? 'new' : 'old')
  } finally {
    leave()
  }
})
