import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Short words, so that the made-up pages read as easily as the real ones.
const who = 'people,walkers,guides,children,neighbors,sailors,parents,friends,students,visitors'.split(',')
const does =
  'follow,watch,keep,share,clean,carry,find,open,mend,paint,count,draw,plant,water,sort,fold,lift,move,trade,name'.split(
    ',',
  )
const how = 'slowly,often,early,late,gently,quietly,together,alone,outside,again,by hand,in turn'.split(',')
const what =
  'boats,ropes,shells,stones,maps,lamps,nets,coats,gardens,bridges,songs,letters,bowls,kites,bells,baskets,candles,paths,benches,clocks,apples,ladders,towels,windows'.split(
    ',',
  )
const where =
  'by the sea,near the harbor,on the hill,under the trees,at the old mill,along the dunes,in the village,behind the church,past the market,over the river,at home,in the bay'.split(
    ',',
  )
const why =
  'because the wind turns,when the tide is low,before the rain comes,so that nothing is lost,while the light is good,as their elders did,if the guide says so,after a long rest'.split(
    ',',
  )
const topics =
  'Kites,Lanterns,Harbor walks,Shell soup,Dune rest,Bell music,Rope work,Garden time,Tide tables,Candle light'.split(
    ',',
  )
// with the questions eight addresses an article, so that a thousand of them are nine thousand pages
const sections = ['What it is', 'Will it work?', 'Harms and hard parts', 'How to start', 'Day by day']

/** Writes a made-up library of some articles of about 1,200 words; the same number gives the same words. */
export function writeLibrary(folder: string, articles: number): void {
  cpSync('tests/fixtures/content', folder, { recursive: true })
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const claims = Array.from({ length: Math.ceil(articles / 5) }, (_, n) => claim(n))
  writeFileSync(join(folder, 'evidence/claims.yaml'), text('evidence/claims.yaml') + claims.join(''))
  for (let n = 1; n <= articles; n++) {
    const file = join(folder, fileOf(n))
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, article(n))
  }
}

/** The file of one of the articles. */
export function fileOf(n: number): string {
  return `en/articles/shore-${Math.ceil(n / 50)}/${slug(titleOf(n))}.mdx`
}

const titleOf = (n: number) => `${topics[n % topics.length]} ${roman(n)}`
const slug = (title: string) =>
  title
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join('-') ?? ''

/** A number in letters: figures in a text would need a claim. */
function roman(n: number): string {
  return String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string)
}

function claim(n: number): string {
  const some = 20 + (n % 60)
  return `- id: made-up-${n}
  topic: sea-air
  statement: In a made-up study, ${some} of 100 people slept better by the sea. Inland, 12 of 100 did.
  numbers: { with: ${some}, without: 12, per: 100, measure: slept better, treatment: by the sea, comparator: inland }
  way: therapy
  population: Made-up adults on island ${roman(n)}
  certainty: moderate
  references: [shore-2020]
  checked: 2026-10-01
`
}

function article(n: number): string {
  const random = seeded(n)
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] as string
  const sentence = () => {
    const words = [
      pick(who),
      pick(does),
      random() < 0.5 ? `${pick(what)} and ${pick(what)}` : pick(what),
      random() < 0.4 ? pick(how) : '',
      pick(where),
    ]
    const text = [...words, random() < 0.4 ? pick(why) : ''].filter(Boolean).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = (sentences = 5) => Array.from({ length: sentences }, sentence).join(' ')
  const id = Math.floor((n - 1) / 5)
  const some = 20 + (id % 60)
  const parts = sections.map((title, index) =>
    [
      `## ${title} {/* #${slug(title)} */}`,
      index === 1
        ? `In a made-up study, [${some} of 100](claim:made-up-${id}) people slept better. Inland, 12 of 100 did.\n\n<People claim="made-up-${id}" />`
        : paragraph(),
      paragraph(),
      `${paragraph()} A [breeze](term:breeze) helps.`,
      `- ${sentence()}\n- ${sentence()}\n- ${sentence()}`,
      ...(index === 2 ? [`<Callout kind="note" title="Mind the tide">\n\n${sentence()}\n\n</Callout>`] : []),
    ].join('\n\n'),
  )
  const question = (name: string) =>
    `<Faq question="${name}?" id="${slug(name)}">\n\n${paragraph(3)}\n\n</Faq>`
  return `---
title: ${titleOf(n)}
summary: ${sentence()}
whoFor: This page is for made-up people who feel tired.
keyPoints:
  - ${sentence()}
  - ${sentence()}
  - ${sentence()}
group: conditions
order: ${n}
written: 2026-10-01
---

${parts.join('\n\n')}

## Questions people have {/* #questions */}

${question('Can I take the dog')}

${question('Do I need a coat')}
`
}

/** Numbers between 0 and 1 that look random and are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
