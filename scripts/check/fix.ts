import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { buildLibrary } from '../../lib/content/build-library'
import type { Finding } from '../../lib/content/finding'
import { fixContent, type Shown } from '../../lib/content/fixes'
import type { ContentFiles } from '../../lib/content/read'
import { writeWhole } from '../../lib/studio/files'

/** The content after all safe changes, if the person at the terminal wants them; each is shown before it is written. */
export async function fixWhatIsSafe(
  content: ContentFiles,
  root: string,
  today: string,
  isChosen: (file: string) => boolean,
  yes: boolean,
): Promise<ContentFiles> {
  const edited = withEdits(
    content,
    buildLibrary(content, today).findings.filter(
      ({ file, rule }) => isChosen(file) && rule !== 'heading-id-missing',
    ),
  )
  const fixed = fixContent(edited.content, today)
  const changes = [...edited.changes, ...fixed.changes]
  if (changes.length === 0) {
    console.log('There is nothing that can be changed safely without you.\n')
    return content
  }
  for (const change of changes) console.log(inLines(change))
  if (!yes && !(await agreed(changes.length))) {
    console.log('Nothing was written. To write these changes: npm run check -- --fix --yes\n')
    return content
  }
  const before = new Map(content.files.map(({ path, text }) => [path, text]))
  for (const { path, text } of fixed.content.files) {
    if (before.get(path) !== text) await writeWhole(join(root, path), Buffer.from(text, 'utf8'))
  }
  console.log(`${changes.length === 1 ? 'One change was' : `${changes.length} changes were`} written.\n`)
  return fixed.content
}

/** The content with the edits that findings offer. */
export function withEdits(
  content: ContentFiles,
  findings: Finding[],
): { content: ContentFiles; changes: Shown[] } {
  const changes: Shown[] = []
  const files = content.files.map((source) => {
    const edits = findings
      .flatMap(({ file, edit }) => (file === source.file && edit ? [edit] : []))
      .sort((a, b) => b.start - a.start || b.end - a.end)
    let { text } = source
    let last = Number.POSITIVE_INFINITY
    // From the end, so that the places of the edits before stay right; of two that overlap the later one waits for the next time.
    for (const edit of edits) {
      if (edit.end > last) continue
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
      last = edit.start
    }
    changes.push(...changedLines(source.file, source.text, text))
    return text === source.text ? source : { ...source, text }
  })
  return { content: { ...content, files }, changes }
}

/** The lines that differ; a change that adds or takes away lines is shown from the first to the last of them. */
function changedLines(file: string, before: string, after: string): Shown[] {
  if (before === after) return []
  const [old, now] = [before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)]
  if (old.length === now.length) {
    return now.flatMap((line, index) =>
      line === old[index] ? [] : [{ file, line: index + 1, before: old[index] ?? '', after: line }],
    )
  }
  const first = now.findIndex((line, index) => line !== old[index])
  let same = 0
  while (same < Math.min(old.length, now.length) - first && old.at(-1 - same) === now.at(-1 - same)) same++
  const middle = (lines: string[]) => lines.slice(first, lines.length - same).join('\n')
  return [{ file, line: first + 1, before: middle(old), after: middle(now) }]
}

function inLines({ file, line, before, after }: Shown): string {
  const signed = (sign: string, text: string) => text.split('\n').map((one) => `  ${sign} ${one}`)
  return [
    line ? `${file}:${line}` : file,
    ...(before === undefined ? [] : signed('-', before)),
    ...signed('+', after),
    '',
  ].join('\n')
}

async function agreed(changes: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(
    `Write ${changes === 1 ? 'this change' : `these ${changes} changes`}? (yes or no) `,
  )
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
