import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

for (const folder of ['.build/made-up', 'out']) {
  test(`nothing that staff edit with is in ${folder}`, () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files.length).toBeGreaterThan(10)
    const traces = files
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((file) => /studio|codemirror|cm-editor/i.test(file + readFileSync(file, 'latin1')))
    expect(traces).toEqual([])
  })
}
