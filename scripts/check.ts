import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { contentRoot, today } from '../lib/content'
import { buildLibrary } from '../lib/content/build-library'
import { inOrder, stopsTheBuild } from '../lib/content/finding'
import { readContent } from '../lib/content/read'
import { reportOf } from '../lib/content/report'
import { chosenFiles } from './check/chosen'
import { annotation, asJson, counted, shown } from './check/findings'
import { fixWhatIsSafe } from './check/fix'
import { reportTable } from './check/report'

const usage =
  'Write: npm run check, npm run check -- psychotherapy, or with one of --json, --report, --spelling, --fix, --fix --yes.'

/** A reason why the check could not run, in one sentence. */
class CannotRun extends Error {}

// who reads only the first lines, as head does, closes the door behind them
process.stdout.on('error', () => process.exit())

try {
  process.exitCode = await check()
} catch (fault) {
  const reason =
    fault instanceof CannotRun
      ? fault.message
      : `The check could not run: ${fault instanceof Error ? fault.message : fault}`
  console.error(reason)
  process.exitCode = 2
}

async function check(): Promise<number> {
  const { names, options } = asked()
  const root = contentRoot()
  const day = today()
  if (!(await stat(root).catch(() => undefined))?.isDirectory())
    throw new CannotRun(`There is no folder ${root}, so there is nothing to check.`)
  if (!/^\d{4}-\d\d-\d\d$/.test(day))
    throw new CannotRun(`TODAY is “${day}”; write it as year-month-day, for example 2026-11-21.`)

  if (options.fix && options.json)
    throw new CannotRun(`--fix talks to people and --json to machines, so use one of the two. ${usage}`)

  let content = await readContent(root)
  const chosen = chosenFiles(content.files, names)
  if ('unknown' in chosen) throw new CannotRun(chosen.unknown)
  const isChosen = (file: string) => names.length === 0 || chosen.files.has(file)

  if (options.fix) content = await fixWhatIsSafe(content, root, day, isChosen, options.yes ?? false)
  const library = buildLibrary(content, day)
  // The dictionaries take seconds to load, so spelling is looked at only when it is asked for.
  const spelling = options.spelling ? await (await import('./check/spelling')).misspelt(library) : []
  const findings = inOrder([...library.findings, ...spelling]).filter(({ file }) => isChosen(file))
  if (options.json) console.log(asJson(findings))
  else if (options.report) console.log(reportTable(reportOf(library).filter(({ file }) => isChosen(file))))
  else {
    const texts = new Map(content.files.map(({ file, text }) => [file, text]))
    for (const finding of findings) console.log(shown(finding, texts.get(finding.file)))
    if (process.env.GITHUB_ACTIONS) for (const finding of findings) console.log(annotation(finding))
  }
  if (!options.json) console.log(counted(findings))
  return stopsTheBuild(findings) ? 1 : 0
}

function asked() {
  const known = {
    json: { type: 'boolean' },
    report: { type: 'boolean' },
    spelling: { type: 'boolean' },
    fix: { type: 'boolean' },
    yes: { type: 'boolean' },
  } as const
  try {
    const { positionals, values } = parseArgs({ options: known, allowPositionals: true })
    return { names: positionals, options: values }
  } catch (fault) {
    const option = (fault as Error).message.match(/'(-[^' ]*)/)?.[1] ?? 'one of the options'
    throw new CannotRun(`The check does not know ${option}. ${usage}`)
  }
}
