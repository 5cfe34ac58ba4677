import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { factsOf, filesIn, parseHtml } from '../lib/publish/html'
import { type Cost, measuredBuild } from '../tests/bench/build'
import { fileOf, writeLibrary } from '../tests/bench/library'
import { lighthouse } from '../tests/bench/lighthouse'
import { paints } from '../tests/bench/paint'
import { saveToScreen } from '../tests/bench/save-to-screen'

// npm run bench -- 10 100: other sizes. Without numbers all that the budgets speak of.
const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const home = '.build/bench'
const article = '/conditions/adhd/'

await growth(sizes.length ? sizes : [10, 100, 1000])
await realSite()

async function growth(sizes: number[]): Promise<void> {
  table([
    'articles',
    'build',
    'pages',
    'CPU s',
    'wall s',
    'memory MB',
    'pages per CPU s',
    'CPU ms per article more',
  ])
  let smaller: { articles: number; cpu: number } | undefined
  for (const articles of sizes) {
    const [content, out] = [join(home, `content-${articles}`), join(home, `site-${articles}`)]
    // what a former bench has kept would make the first build a warm one
    for (const folder of [content, out, join('.build/cache', `site-${articles}`), '.next'])
      rmSync(folder, { recursive: true, force: true })
    writeLibrary(content, articles)
    execFileSync('npx', ['--no-install', 'tsx', 'scripts/check.ts', '--fix', '--yes'], {
      env: { ...process.env, CONTENT_ROOT: content },
      stdio: 'ignore',
    })
    const cold = await measuredBuild(content, out)
    const pages = (await filesIn(out)).filter((file) => file.endsWith('.html')).length
    const more = smaller ? ((cold.cpu - smaller.cpu) * 1000) / (articles - smaller.articles) : undefined
    row(articles, 'cold', pages, ...columns(cold, pages), more?.toFixed(0) ?? '')
    const file = join(content, fileOf(1))
    writeFileSync(file, readFileSync(file, 'utf8').replace('feel tired', 'feel very tired'))
    row(articles, 'one change', pages, ...columns(await measuredBuild(content, out), pages), '')
    smaller = { articles, cpu: cold.cpu }
  }
}

async function realSite(): Promise<void> {
  const [content, out] = [join(home, 'content-real'), '.build/bench-real']
  for (const folder of [content, out, '.build/cache/bench-real', '.next'])
    rmSync(folder, { recursive: true, force: true })
  cpSync('content', content, { recursive: true })
  const cold = await measuredBuild(content, out)
  const changed = join(content, 'en/articles/stigma.mdx')
  writeFileSync(changed, readFileSync(changed, 'utf8').replace('summary: ', 'summary: In short. '))
  const change = await measuredBuild(content, out)
  const files = await filesIn(out)
  const html = readFileSync(join(out, article, 'index.html'), 'utf8')
  const bytes = (pattern: RegExp) =>
    files.filter((file) => pattern.test(file)).reduce((sum, file) => sum + sizeOf(join(out, file)), 0)
  const { ours, floor } = await paints(out, article)
  const scores = await lighthouse(out, article)
  table(['the real site', 'measured'])
  for (const [name, { wall, cpu, memory }] of [
    ['build, cold', cold],
    ['build, one change', change],
  ] as const)
    row(name, `${wall.toFixed(0)} s on the clock, ${cpu.toFixed(0)} CPU s, ${memory.toFixed(0)} MB`)
  row('script on a lean page', `${bytes(/^_next\/static\/enhance\..*\.js$/)} B`)
  row('style', `${bytes(/\.css$/)} B`)
  row('font', `${bytes(/^_next\/static\/media\/.*\.woff2$/)} B`)
  row(
    `HTML of ${article}`,
    `${compressed(html)} B, ${(compressed(html) / compressed(factsOf(parseHtml(html)).text)).toFixed(2)} times its text`,
  )
  row(
    'largest paint, slow 4G, slow processor',
    `${ours.paint.toFixed(0)} ms, ${(ours.paint / floor.paint).toFixed(2)} times the same words by hand (${floor.paint.toFixed(0)} ms)`,
  )
  row('layout shift / blocking time', `${ours.shift.toFixed(3)} / ${ours.blocking.toFixed(0)} ms`)
  row(
    'Lighthouse: performance, accessibility, best practices, SEO',
    scores?.join(' / ') ?? 'could not be run',
  )
  row('from saving to seeing', `${(await saveToScreen()).toFixed(0)} ms`)
}

function compressed(text: string): number {
  return brotliCompressSync(text).length
}

function sizeOf(file: string): number {
  return readFileSync(existsSync(`${file}.br`) ? `${file}.br` : file).length
}

function columns({ cpu, wall, memory }: Cost, pages: number): string[] {
  return [cpu.toFixed(1), wall.toFixed(1), memory.toFixed(0), (pages / cpu).toFixed(1)]
}

function table(heads: string[]): void {
  console.log('')
  row(...heads)
  row(...heads.map(() => '---'))
}

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}
