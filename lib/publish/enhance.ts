import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { speculationRules } from './headers'
import { writeScript } from './script'
import type { Build } from './step'

const source = 'components/enhance/index.ts'

// Only once a finger or a pointer is on the link: whoever has a bad connection pays for every page they do not read.
const rules = { prefetch: [{ where: { href_matches: '/*' }, eagerness: 'conservative' }] }

/** Writes the one script of all pages, and the file that lets browsers fetch the next page ahead. */
export async function enhance({ folder }: Build): Promise<void> {
  await writeFile(join(folder, speculationRules), JSON.stringify(rules))
  await writeScript(folder, 'enhance', source)
}
